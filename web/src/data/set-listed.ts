import { communityMemberPath } from '@sameboat/model/community-member';
import { commitNow } from './commit-now.ts';

/** Shows `uid` in the member list of a community, or takes them out of it. Throws DataError: 'offline', 'not-allowed'. */
export function setListed(uid: string, communityId: string, listed: boolean): Promise<void> {
  return commitNow([{ update: communityMemberPath(communityId, uid), data: { listed } }]);
}
