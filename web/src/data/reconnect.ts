import { commit } from '../firebase/commit.ts';
import { reconnectFirestore } from '../firebase/firestore.ts';
import { connection } from './connection.ts';
import { toDataError } from './data-error.ts';

/**
 * Sends an empty commit, which costs nothing. If the server answers it while the SDK still waits, the SDK's connection is
 * dead, so the SDK is made to reconnect. If not, the SDK's own attempt may only be slow, so it is left alone.
 */
export async function reconnect(): Promise<void> {
  try {
    await commit([]);
  } catch (cause) {
    if (toDataError(cause).code === 'offline') return;
  }
  if (connection.read() === 'offline') await reconnectFirestore();
}
