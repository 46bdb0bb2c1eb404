import { runTransaction, type Transaction } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';

interface CommitOptions {
  /** Commits even though nothing has answered for a while. For callers that try again by themselves. */
  readonly evenOffline?: boolean;
  /** How often `write` may run when what it read has changed meanwhile. Without reads there is nothing to conflict with. */
  readonly maxAttempts?: number;
}

/**
 * Commits the writes that `write` makes as one, straight at the server. Unlike the SDK's queue it never waits for a
 * connection: without one it throws DataError 'offline' (after 15 seconds when the network swallows everything), so
 * that a screen can say so and nothing happens behind a person's back later.
 */
export async function commitNow(
  write: (transaction: Transaction) => void | Promise<void>,
  { evenOffline = false, maxAttempts = 1 }: CommitOptions = {},
): Promise<void> {
  if (!evenOffline && connection.read() === 'offline') throw new DataError('offline');
  try {
    const commit = runTransaction(firestore(), async (transaction) => write(transaction), { maxAttempts });
    await expectAnswerOf(commit);
  } catch (cause) {
    throw toDataError(cause);
  }
}
