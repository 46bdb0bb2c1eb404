import type { OwnProfile } from '@sameboat/model/own-profile';
import type { User } from '@sameboat/model/user';
import { commitNow } from './commit-now.ts';
import { readOwnCommunities } from './own-communities.ts';
import { profileCommits } from './profile-commits.ts';

/**
 * Stores the profile of `uid`, each field where those can read it who may see it. Throws DataError: 'offline',
 * 'not-allowed'. A community that was left a moment ago refuses the commit; the next try knows of it.
 */
export async function saveProfile(
  uid: string,
  named: Pick<User, 'handle' | 'displayName' | 'avatar'>,
  profile: OwnProfile,
): Promise<void> {
  const communityIds = (await readOwnCommunities(uid)).map(({ id }) => id);
  for (const writes of profileCommits({ uid, named, profile, communityIds })) await commitNow(writes);
}
