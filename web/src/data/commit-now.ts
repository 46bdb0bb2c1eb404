import { commit, type Write } from '../firebase/commit.ts';
import { connection, expectAnswerOf } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';

interface CommitOptions {
  /** Commits even though nothing has answered for a while. For callers that try again by themselves. */
  readonly evenOffline?: boolean;
}

/**
 * Commits the writes as one, straight at the server. Unlike the SDK's queue it never waits for a connection: without one
 * it throws DataError 'offline' (after ten seconds when the network swallows everything), so that a screen can say so and
 * nothing happens behind a person's back later.
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
