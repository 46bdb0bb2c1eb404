import { communityMemberPath, joiningMember } from '@sameboat/model/community-member';
import { doc, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';

/** Makes `uid` a member of an open community. Throws DataError: 'offline', 'too-often', 'not-allowed' (closed, banned). */
export function joinCommunity(uid: string, communityId: string): Promise<void> {
  return commitPaced({ uid, act: 'joinCommunity', id: communityId }, (transaction) => {
    const member = doc(firestore(), communityMemberPath(communityId, uid));
    transaction.set(member, joiningMember(uid, serverTimestamp()));
  });
}
