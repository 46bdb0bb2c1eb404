import { type CommunityMember, communityMemberSchema } from '@sameboat/model/community-member';
import { communityTeamQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** The founder and the moderators of a community, longest there first. For its members, from the first minute. */
export function watchCommunityTeam(uid: string, communityId: string): LiveSource<WithId<CommunityMember>[]> {
  return liveSource(`community-team/${uid}/${communityId}`, (observer) =>
    listenToQuery(toQuery(firestore(), communityTeamQuery(communityId)), communityMemberSchema, observer),
  );
}
