import type { CommunityMember } from '@sameboat/model/community-member';
import type { TopicId } from '@sameboat/model/topics';
import type { KnownChanges } from './member-acts.ts';

interface Lists<Member> {
  /** Null until they are loaded. */
  readonly sharing: readonly Member[] | null;
  readonly all: readonly Member[] | null;
  readonly me: string;
  readonly changes: KnownChanges;
}

/**
 * The two lists of the page: each person once, with the role that they have now. Without the founder and the moderators,
 * who stand above, and without me among those who share something with me.
 */
export function shownMembers<Member extends Pick<CommunityMember, 'uid' | 'role'>>({
  sharing,
  all,
  me,
  changes,
}: Lists<Member>): { readonly inCommon: readonly Member[]; readonly others: readonly Member[] } {
  const now = (members: readonly Member[] | null) =>
    (members ?? []).filter(({ uid, role }) => (changes.has(uid) ? changes.get(uid) : role) === 'member');
  const inCommon = now(sharing).filter(({ uid }) => uid !== me);
  const shown = new Set(inCommon.map(({ uid }) => uid));
  return {
    inCommon: inCommon.map((member) => ({ ...member, role: 'member' as const })),
    others: now(all)
      .filter(({ uid }) => !shown.has(uid))
      .map((member) => ({ ...member, role: 'member' as const })),
  };
}

/** Those of `mine` that a member shows to this community. */
export function topicsInCommon(
  { shows }: Pick<CommunityMember, 'shows'>,
  mine: readonly TopicId[],
): readonly TopicId[] {
  return mine.filter((topic) => shows.topics?.includes(topic));
}
