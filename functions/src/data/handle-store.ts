import { handlePath } from '@sameboat/model/handle';
import { isReservedHandle } from '@sameboat/model/text-reserved';
import type { Firestore } from 'firebase-admin/firestore';

/** Whether nobody holds a handle and it is not kept for Sameboat. `handle` has the form of one. */
export async function isHandleFree(firestore: Firestore, handle: string): Promise<boolean> {
  if (isReservedHandle(handle)) return false;
  return !(await firestore.doc(handlePath(handle)).get()).exists;
}
