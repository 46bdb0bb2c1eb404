import { communityMemberPath, joiningMember } from '@sameboat/model/community-member';
import { serverTime } from '../firebase/encode-value.ts';
import { commitPaced } from './commit-paced.ts';

/** Makes `uid` a member of an open community. Throws DataError: 'offline', 'too-often', 'not-allowed' (closed, banned). */
export function joinCommunity(uid: string, communityId: string): Promise<void> {
  return commitPaced({ uid, act: 'joinCommunity', id: communityId }, [
    { set: communityMemberPath(communityId, uid), data: joiningMember(uid, serverTime) },
  ]);
}
