import type { FirestoreServiceOptions, LocalFirestore } from './options.ts';

/** Firestore without a transport: databases spring up when they are first named and live in memory. */
export declare function createFirestoreService(options: FirestoreServiceOptions): LocalFirestore;
