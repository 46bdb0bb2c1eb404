import { setTimeout } from 'node:timers/promises';
import type { Firestore, Transaction } from 'firebase-admin/firestore';

const patient = 30;
/** gRPC's ABORTED: somebody else held what was read here. */
const aborted = 10;

/** Whether a transaction ended because others held what it read. */
export function isContended(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === aborted;
}

/**
 * Runs `work` in a transaction, again when another one was in its way. The SDK's own retries begin at a second,
 * which is long to wait for an unread message; these begin at once and grow to half a second, at random, so that two
 * do not meet again and again. Throws the last failure after so many `attempts`, and any other failure at once.
 */
export async function runTransaction<T>(
  firestore: Firestore,
  work: (transaction: Transaction) => Promise<T>,
  attempts = patient,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await firestore.runTransaction(work, { maxAttempts: 1 });
    } catch (error) {
      if (!isContended(error) || attempt >= attempts) throw error;
      await setTimeout(Math.random() * Math.min(25 * attempt, 500));
    }
  }
}
