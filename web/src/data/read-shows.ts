import type { Shows } from '@sameboat/model/community-member';
import { shownToCommunities } from '@sameboat/model/own-profile';
import { privateProfilePath, privateProfileSchema } from '@sameboat/model/private-profile';
import { doc, getDocFromServer } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { expectAnswerOf } from './connection.ts';
import { toDataError } from './data-error.ts';

/** What `uid` chose to show in their communities, for a new membership. Throws DataError: 'offline'. */
export async function readShows(uid: string): Promise<Shows> {
  try {
    const stored = await expectAnswerOf(getDocFromServer(doc(firestore(), privateProfilePath(uid))));
    const own = privateProfileSchema.safeParse(stored.data()).data;
    return own === undefined ? {} : shownToCommunities({ ...own, bio: own.bio ?? '' });
  } catch (cause) {
    throw toDataError(cause);
  }
}
