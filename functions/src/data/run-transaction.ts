import { setTimeout } from 'node:timers/promises';
import type { Firestore, Transaction } from 'firebase-admin/firestore';

const attempts = 30;
/** gRPC's ABORTED: somebody else held what was read here. */
const aborted = 10;

/**
 * Runs `work` in a transaction, again when another one was in its way. The SDK's own retries begin at a second,
 * which is long to wait for an unread message; these begin at once and grow to half a second, at random, so that two
 * do not meet again and again. Throws the last failure after thirty tries, and any other failure at once.
 */
export async function runTransaction<T>(
  firestore: Firestore,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await firestore.runTransaction(work, { maxAttempts: 1 });
    } catch (error) {
      const isContended =
        typeof error === 'object' && error !== null && 'code' in error && error.code === aborted;
      if (!isContended || attempt === attempts) throw error;
      await setTimeout(Math.random() * Math.min(25 * attempt, 500));
    }
  }
}
