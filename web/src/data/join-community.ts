import { communityMemberPath, joiningMember } from '@sameboat/model/community-member';
import { serverTime } from '../firebase/encode-value.ts';
import { commitPaced } from './commit-paced.ts';
import { readShows } from './read-shows.ts';

/**
 * Makes `uid` a member of an open community, where they show what they chose to show to their communities. Throws
 * DataError: 'offline', 'too-often', 'not-allowed' (closed, banned).
 */
export async function joinCommunity(
  uid: string,
  communityId: string,
  { listed }: { readonly listed: boolean },
): Promise<void> {
  const member = { ...joiningMember(uid, serverTime), listed, shows: await readShows(uid) };
  await commitPaced({ uid, act: 'joinCommunity', id: communityId }, [
    { set: communityMemberPath(communityId, uid), data: member },
  ]);
}
