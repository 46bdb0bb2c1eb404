import { getBlob, ref } from 'firebase/storage';
import { storage } from '../../firebase/storage.ts';

/**
 * A stored picture, as far as this person may see it. Not by `getDownloadURL`, which would make an address that opens
 * without a sign-in. Rejects with what Storage says.
 */
export function fetchPicture(path: string): Promise<Blob> {
  return getBlob(ref(storage(), path));
}
