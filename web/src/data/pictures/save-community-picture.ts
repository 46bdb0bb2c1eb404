import { communityPath } from '@sameboat/model/community';
import { commitNow } from '../commit-now.ts';

/** Shows a picture on a community's page, or none. For its founder and moderators. Throws DataError. */
export function saveCommunityPicture(
  communityId: string,
  place: 'avatar' | 'cover',
  path: string | null,
): Promise<void> {
  return commitNow([{ update: communityPath(communityId), data: { [place]: path } }]);
}
