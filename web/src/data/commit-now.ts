import { commit, type Write } from '../firebase/commit.ts';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';

interface CommitOptions {
  /** Tries even while the app is offline. For callers that retry by themselves. */
  readonly evenOffline?: boolean;
}

/**
 * Commits the writes together, directly on the server. Unlike the SDK's queue it never waits for a connection: without
 * one it throws DataError 'offline' (after ten seconds if nothing answers), so that a screen can say so and nothing
 * happens later without the person knowing.
 */
export async function commitNow(
  writes: readonly Write[],
  { evenOffline = false }: CommitOptions = {},
): Promise<void> {
  if (!evenOffline && connection.read() === 'offline') throw new DataError('offline');
  try {
    await expectAnswerOf(commit(writes));
  } catch (cause) {
    throw toDataError(cause);
  }
}
