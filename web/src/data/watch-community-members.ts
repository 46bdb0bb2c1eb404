import { type CommunityMember, communityMemberSchema } from '@sameboat/model/community-member';
import { communityMembersQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** The first 50 members of a community, longest there first. For its members only. */
export function watchCommunityMembers(
  uid: string,
  communityId: string,
): LiveSource<WithId<CommunityMember>[]> {
  return liveSource(`community-members/${uid}/${communityId}`, (observer) =>
    listenToQuery(toQuery(firestore(), communityMembersQuery(communityId)), communityMemberSchema, observer),
  );
}
