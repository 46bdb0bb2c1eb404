import type { Firestore, FirestoreSettings } from 'firebase/firestore';
import { firstDifference } from './first-difference.ts';

/** What a case is given: a Firestore without rules, behind whichever transport the SDK has where it runs. */
export interface SdkWorld {
  /** The client that every case shares. */
  readonly db: Firestore;
  /** The id of a collection that no other case uses. */
  readonly room: string;
  /** A client of its own, with its own cache; ended when the case has. */
  connect(settings?: FirestoreSettings, database?: string): Firestore;
  /** The same, with a cache that keeps what nobody listens to any more: in memory, or on the device. */
  keep(database?: string): Firestore;
  /** Ends a client that keeps, and opens it anew: it finds again what its cache has on the device. */
  restart(db: Firestore): Promise<Firestore>;
}

/**
 * A behaviour that the documentation of the Firebase SDK promises. Cases know no test runner, because they run in Node
 * (over gRPC) and in a browser (over WebChannel) alike: one fails by rejecting.
 */
export interface SdkCase {
  readonly name: string;
  readonly run: (world: SdkWorld) => Promise<void>;
}

/** Rejects the case unless both are the same value, as `firstDifference` says. */
export function same(actual: unknown, expected: unknown): void {
  const difference = firstDifference(actual, expected);
  if (difference !== null) throw new Error(difference);
}

/** Rejects the case unless `promise` rejects with this code of the SDK. */
export async function failsWith(code: string, promise: Promise<unknown>): Promise<void> {
  const outcome = await promise.then(
    () => 'success',
    (error: { code?: string; message?: string }) => error.code ?? error.message ?? 'an error',
  );
  same(outcome, code);
}

/** The same for what may throw before there is a promise. */
export function throwsWith(code: string, act: () => unknown): Promise<void> {
  return failsWith(code, Promise.resolve().then(act));
}
