import type { SnapshotMetadata } from 'firebase/firestore';
import { connection } from './connection.ts';
import type { ExpectedAnswer } from './connection-store.ts';
import { toDataError } from './data-error.ts';

/**
 * Reports a listener's answers to the connection. An answer is expected at the start, and again whenever the SDK falls
 * back to its cache.
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
        // With pending writes, this may only be the local echo of a write.
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
