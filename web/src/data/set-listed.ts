import { communityMemberPath } from '@sameboat/model/community-member';
import { doc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';

/** Shows `uid` in the member list of a community, or takes them out of it. Throws DataError: 'offline', 'not-allowed'. */
export function setListed(uid: string, communityId: string, listed: boolean): Promise<void> {
  return commitNow((transaction) => {
    transaction.update(doc(firestore(), communityMemberPath(communityId, uid)), { listed });
  });
}
