import { runTransaction, type Transaction } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';

interface CommitOptions {
  /** Commits even though nothing has answered for a while. For callers that try again by themselves. */
  readonly evenOffline?: boolean;
}

/**
 * Commits the writes that `write` makes as one, straight at the server. Unlike the SDK's queue it never waits for a
 * connection: without one it throws DataError 'offline' (after 15 seconds when the network swallows everything), so
 * that a screen can say so and nothing happens behind a person's back later.
 */
export async function commitNow(
  write: (transaction: Transaction) => void | Promise<void>,
  { evenOffline = false }: CommitOptions = {},
): Promise<void> {
  if (!evenOffline && connection.read() === 'offline') throw new DataError('offline');
  try {
    // Without reads there is nothing to conflict with; trying again is for the caller to decide.
    const commit = runTransaction(firestore(), async (transaction) => write(transaction), { maxAttempts: 1 });
    await expectAnswerOf(commit);
  } catch (cause) {
    throw toDataError(cause);
  }
}
