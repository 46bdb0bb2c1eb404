import { getBlob, ref } from 'firebase/storage';
import { storage } from '../../firebase/storage.ts';
import { shelvedPicture } from './picture-shelf.ts';

/**
 * A picture that waits on this device to be sent, or a stored one, as far as this person may see it. Not by `getDownloadURL`, which would make an address that opens
 * without a sign-in. Rejects with what Storage says.
 */
export async function fetchPicture(path: string): Promise<Blob> {
  const waiting = path.startsWith('chats/') ? await shelvedPicture(path) : null;
  return waiting ?? getBlob(ref(storage(), path));
}
