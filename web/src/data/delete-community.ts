import { communityPath } from '@sameboat/model/community';
import { commitNow } from './commit-now.ts';

/**
 * Deletes a community; functions then remove everything in it and tell its members. For its founder. Throws DataError:
 * 'offline', 'not-allowed'.
 */
export function deleteCommunity(communityId: string): Promise<void> {
  return commitNow([{ delete: communityPath(communityId) }]);
}
