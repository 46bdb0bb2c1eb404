import { runTransaction, type Transaction } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { toDataError } from './data-error.ts';

/**
 * Commits the writes that `write` makes as one, straight at the server. Unlike the SDK's queue it never waits for a
 * connection: without one it throws DataError 'offline' (after 15 seconds when the network swallows everything), so
 * that a screen can say so and nothing happens behind a person's back later.
 */
export async function commitNow(write: (transaction: Transaction) => void): Promise<void> {
  try {
    // Without reads there is nothing to conflict with; trying again is for the caller to decide.
    await runTransaction(
      firestore(),
      async (transaction) => {
        write(transaction);
      },
      { maxAttempts: 1 },
    );
  } catch (cause) {
    throw toDataError(cause);
  }
}
