import { communityMemberPath, joiningMember } from '@sameboat/model/community-member';
import { doc, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';

/** Makes `uid` a member of an open community. Throws DataError: 'offline', 'not-allowed' (closed, banned). */
export function joinCommunity(uid: string, communityId: string): Promise<void> {
  return commitNow((transaction) => {
    transaction.set(
      doc(firestore(), communityMemberPath(communityId, uid)),
      joiningMember(uid, serverTimestamp()),
    );
  });
}
