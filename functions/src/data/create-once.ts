import type { Firestore } from 'firebase-admin/firestore';
import { toFirestore } from './to-firestore.ts';

/** gRPC's ALREADY_EXISTS. */
const alreadyExists = 6;

/** Creates a document; one that is there stays as it is, so that an event that comes twice changes nothing. */
export async function createOnce(
  firestore: Firestore,
  path: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await firestore.doc(path).create(toFirestore(data));
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== alreadyExists)
      throw error;
  }
}
