import { getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';

let firestore: Firestore | undefined;

/** The one Firestore of this instance, opened at first use: a cold start must not wait for what it may not need. */
export function openFirestore(): Firestore {
  if (firestore === undefined) {
    const app = getApps()[0] ?? initializeApp();
    firestore = getFirestore(app);
  }
  return firestore;
}
