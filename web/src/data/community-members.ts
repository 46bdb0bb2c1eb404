import { type CommunityMember, communityMemberSchema } from '@sameboat/model/community-member';
import {
  communityMembersQuery,
  everyCommunityMemberQuery,
  type PageCursor,
  type QuerySpec,
  sharingMembersQuery,
} from '@sameboat/model/queries';
import type { TopicId } from '@sameboat/model/topics';
import type { WithId } from './checked-documents.ts';
import { getPage } from './get-page.ts';
import { type PagedSource, pagedSource } from './paged-source.ts';

export type CommunityMemberEntry = WithId<CommunityMember>;

interface Asking {
  readonly uid: string;
  readonly communityId: string;
  /** Whether this person is listed: the list is read anew when that changes. */
  readonly listed: boolean;
}

/**
 * Members who chose to be listed, longest there first. For those who have been members for a day; others get
 * 'not-allowed'.
 */
export function listedMembers({ uid, communityId, listed }: Asking): PagedSource<CommunityMemberEntry> {
  return members(`listed-members/${uid}/${communityId}/${listed}`, (after) =>
    communityMembersQuery(communityId, after),
  );
}

/**
 * Listed members who show at least one of these topics here, longest there first. For the same people as `listedMembers`.
 */
export function sharingMembers(
  { uid, communityId, listed }: Asking,
  topics: readonly TopicId[],
): PagedSource<CommunityMemberEntry> {
  const key = `${uid}/${communityId}/${listed}/${topics.join()}`;
  return members(`sharing-members/${key}`, (after) => sharingMembersQuery(communityId, topics, after));
}

/** Every member, listed or not, longest there first. For the founder and the moderators. */
export function everyMember({ uid, communityId, listed }: Asking): PagedSource<CommunityMemberEntry> {
  return members(`every-member/${uid}/${communityId}/${listed}`, (after) =>
    everyCommunityMemberQuery(communityId, after),
  );
}

function members(key: string, toSpec: (after: PageCursor | null) => QuerySpec) {
  return pagedSource<CommunityMemberEntry, PageCursor>(key, {
    load: (after) => getPage(toSpec(after), communityMemberSchema, 'joinedAt'),
    idOf: (member) => member.uid,
  });
}
