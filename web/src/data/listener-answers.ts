import type { SnapshotMetadata } from 'firebase/firestore';
import { connection } from './connection.ts';
import type { ExpectedAnswer } from './connection-store.ts';
import { toDataError } from './data-error.ts';

/**
 * Tells the connection what a listener hears of the server: an answer is owed at the beginning, and again whenever the
 * SDK falls back to the cache.
 */
export function expectListenerAnswers() {
  let owed: ExpectedAnswer | null = connection.expectAnswer();
  return {
    next({ fromCache, hasPendingWrites }: SnapshotMetadata) {
      if (fromCache) {
        owed ??= connection.expectAnswer();
      } else if (owed !== null) {
        owed.arrived();
        owed = null;
      } else if (!hasPendingWrites) {
        // With pending writes it may be the echo of what was written here.
        connection.noteAnswer();
      }
    },
    error(cause: unknown) {
      if (toDataError(cause).code === 'offline') owed?.failed();
      else owed?.arrived();
      owed = null;
    },
    stop() {
      owed?.dropped();
      owed = null;
    },
  };
}
