import { commit } from '../firebase/commit.ts';
import { reconnectFirestore } from '../firebase/firestore.ts';
import { connection } from './connection.ts';
import { toDataError } from './data-error.ts';

/**
 * Asks the server something that costs nothing, a commit without writes. If it answers while the SDK still waits, the SDK
 * waits on a line that is dead, and connects anew; if not, the SDK's attempt may only be slow and is left alone.
 */
export async function reconnect(): Promise<void> {
  try {
    await commit([]);
  } catch (cause) {
    if (toDataError(cause).code === 'offline') return;
  }
  if (connection.read() === 'offline') await reconnectFirestore();
}
