import { personPath, personSchema } from '@sameboat/model/person';
import { userPath } from '@sameboat/model/user';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../../firebase/encode-value.ts';
import { firestore } from '../../firebase/firestore.ts';
import { commitNow } from '../commit-now.ts';
import { toDataError } from '../data-error.ts';
import { forgetUser } from '../get-user.ts';

export type OwnPicturePlace = 'avatar' | 'cover';

/**
 * Shows a picture on my profile, or none. A function then deletes the one before. A listing must have the same avatar
 * as the profile, so both change in one commit. Throws DataError.
 */
export async function saveOwnPicture(
  uid: string,
  place: OwnPicturePlace,
  path: string | null,
): Promise<void> {
  const listing = place === 'avatar' ? await listingChange(uid, path) : [];
  await commitNow([{ update: userPath(uid), data: { [place]: path, updatedAt: serverTime } }, ...listing]);
  forgetUser(uid);
}

async function listingChange(uid: string, avatar: string | null) {
  try {
    const snapshot = await getDocFromServer(doc(firestore(), personPath(uid)));
    if (!snapshot.exists()) return [];
    const isTimed = personSchema.safeParse(snapshot.data()).data?.lastActiveAt != null;
    // The rules take only the time of the write itself.
    const lastActive = isTimed ? { lastActiveAt: serverTime } : {};
    return [{ update: personPath(uid), data: { avatar, ...lastActive, updatedAt: serverTime } }];
  } catch (cause) {
    throw toDataError(cause);
  }
}
