import { pageLimits } from './limits.ts';
import type { FirestoreTime } from './time.ts';
import type { TopicId } from './topics.ts';

/**
 * Every list query that the app sends, as plain data. The web's data layer turns it into an SDK query and the
 * rules tests run the same value, so what is proved there is what is sent. A rule decides a list from the
 * query alone: a filter here that looks redundant is what makes it allowed.
 */
export interface QuerySpec {
  /** Path of a collection, or the id of a collection group if `group` is true. */
  readonly collection: string;
  readonly group: boolean;
  readonly where: readonly QueryFilter[];
  readonly orderBy: readonly QueryOrder[];
  readonly limit: number;
  /** One value for each entry of `orderBy`. The field `__name__` takes a document id. */
  readonly startAfter?: readonly CursorValue[];
}

export type CursorValue = string | number | boolean | FirestoreTime | null;

export interface QueryFilter {
  readonly field: string;
  readonly op: '==' | 'in' | '>=' | '<=' | '<' | 'array-contains-any';
  readonly value: string | number | boolean | FirestoreTime | readonly string[];
}

export interface QueryOrder {
  /** A field path, or `__name__` for the document id. */
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** Where the page before this one ended. */
export interface PageCursor {
  /** The value of the field that the query is ordered by; null where that may be null. */
  readonly at: FirestoreTime | null;
  readonly id: string;
}

const openCommunity: QueryFilter = { field: 'visibility', op: '==', value: 'open' };

function byTopics(topics: readonly TopicId[]): QueryFilter[] {
  const [only, ...others] = topics;
  if (only === undefined) return [];
  return [
    others.length === 0
      ? { field: 'topic', op: '==', value: only }
      : { field: 'topic', op: 'in', value: topics },
  ];
}

function activeFrom(day: string | null | undefined): QueryFilter[] {
  return day ? [{ field: 'lastActiveOn', op: '>=', value: day }] : [];
}

function pageOf(field: string, direction: 'asc' | 'desc', after?: PageCursor | null) {
  const orderBy: QueryOrder[] = [
    { field, direction },
    { field: '__name__', direction },
  ];
  return after ? { orderBy, startAfter: [after.at, after.id] } : { orderBy };
}

/** Where a page of `communitiesQuery` ended. */
export interface CommunityCursor {
  readonly lastActiveOn: string;
  readonly createdAt: FirestoreTime;
  readonly id: string;
}

/**
 * Open communities anywhere, the latest active first and of those the newest. No topics means all; at most 28 (Firestore
 * allows 30 in an `in`). With `activeSince`, a day, only those in which somebody has written from that day on.
 */
export function communitiesQuery(options: {
  topics: readonly TopicId[];
  activeSince?: string | null;
  after?: CommunityCursor | null;
  limit?: number;
}): QuerySpec {
  const { after } = options;
  return {
    collection: 'communities',
    group: false,
    where: [openCommunity, ...byTopics(options.topics), ...activeFrom(options.activeSince)],
    orderBy: [
      { field: 'lastActiveOn', direction: 'desc' },
      { field: 'createdAt', direction: 'desc' },
      { field: '__name__', direction: 'desc' },
    ],
    limit: options.limit ?? 20,
    ...(after ? { startAfter: [after.lastActiveOn, after.createdAt, after.id] } : {}),
  };
}

/**
 * Open communities whose place lies in one range of geohashes, both ends included (a pair that
 * `geohashQueryBounds` gives, or a prefix and the prefix with `~`). Distances are for the caller to check.
 */
export function communitiesNearQuery(options: {
  topics: readonly TopicId[];
  geohashFrom: string;
  geohashTo: string;
  limit?: number;
}): QuerySpec {
  return {
    collection: 'communities',
    group: false,
    where: [
      openCommunity,
      ...byTopics(options.topics),
      { field: 'place.geohash', op: '>=', value: options.geohashFrom },
      { field: 'place.geohash', op: '<=', value: options.geohashTo },
    ],
    orderBy: [{ field: 'place.geohash', direction: 'asc' }],
    limit: options.limit ?? pageLimits.communities,
  };
}

/** Open communities whose slug begins so. Give it `slugOf(what was typed)`. */
export function communitiesByNameQuery(slugStart: string): QuerySpec {
  return {
    collection: 'communities',
    group: false,
    where: [
      openCommunity,
      { field: 'slug', op: '>=', value: slugStart },
      { field: 'slug', op: '<', value: `${slugStart}\uf8ff` },
    ],
    orderBy: [{ field: 'slug', direction: 'asc' }],
    limit: 20,
  };
}

/**
 * Group chats that every member of a community may join, the latest active first: chats in which nobody has written yet
 * come last, so that nobody can push others out of sight by creating many. Members only.
 */
export function communityChatsQuery(communityId: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: 'chats',
    group: false,
    where: [
      { field: 'communityId', op: '==', value: communityId },
      { field: 'type', op: '==', value: 'group' },
      { field: 'access', op: '==', value: 'open' },
    ],
    limit: pageLimits.communityChats,
    ...pageOf('lastAt', 'desc', after),
  };
}

/**
 * Members of a community who are listed in it, longest there first. For those who have been members for
 * `memberListAgeMs`.
 */
export function communityMembersQuery(communityId: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: `communities/${communityId}/members`,
    group: false,
    where: [{ field: 'listed', op: '==', value: true }],
    limit: 50,
    ...pageOf('joinedAt', 'asc', after),
  };
}

/**
 * Listed members who show at least one of these topics to the community, longest there first. At most five topics and at
 * least one. For the same people as `communityMembersQuery`.
 */
export function sharingMembersQuery(
  communityId: string,
  topics: readonly TopicId[],
  after?: PageCursor | null,
): QuerySpec {
  return {
    collection: `communities/${communityId}/members`,
    group: false,
    where: [
      { field: 'listed', op: '==', value: true },
      { field: 'shows.topics', op: 'array-contains-any', value: topics },
    ],
    limit: 50,
    ...pageOf('joinedAt', 'asc', after),
  };
}

/** The founder and the moderators of a community. Members only. */
export function communityTeamQuery(communityId: string): QuerySpec {
  return {
    collection: `communities/${communityId}/members`,
    group: false,
    where: [{ field: 'role', op: 'in', value: ['founder', 'moderator'] }],
    limit: 50,
    ...pageOf('joinedAt', 'asc'),
  };
}

/** Every member of a community, longest there first. For its founder and moderators. */
export function everyCommunityMemberQuery(communityId: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: `communities/${communityId}/members`,
    group: false,
    where: [],
    limit: 50,
    ...pageOf('joinedAt', 'asc', after),
  };
}

/** What the founder and the moderators of a community did, newest first. For them alone. */
export function communityLogQuery(communityId: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: `communities/${communityId}/log`,
    group: false,
    where: [],
    limit: pageLimits.communityLog,
    ...pageOf('at', 'desc', after),
  };
}

/** Who may not come back to a community. For its founder and moderators. */
export function communityBansQuery(communityId: string): QuerySpec {
  return {
    collection: `communities/${communityId}/bans`,
    group: false,
    where: [],
    limit: pageLimits.bans,
    ...pageOf('at', 'desc'),
  };
}

/** Who was removed from a chat. For its owner and the moderators of its community. */
export function chatBansQuery(chatId: string): QuerySpec {
  return {
    collection: `chats/${chatId}/bans`,
    group: false,
    where: [],
    limit: pageLimits.bans,
    ...pageOf('at', 'desc'),
  };
}

/** My memberships of communities and chats, newest first; the path of each document tells which it is. */
export function myMembershipsQuery(uid: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: 'members',
    group: true,
    where: [{ field: 'uid', op: '==', value: uid }],
    orderBy: [{ field: 'joinedAt', direction: 'desc' }],
    limit: pageLimits.memberships,
    ...(after ? { startAfter: [after.at] } : {}),
  };
}

/** Who is invited to a group chat. For its owner. */
export function chatInvitationsQuery(chatId: string): QuerySpec {
  return {
    collection: `chats/${chatId}/invitations`,
    group: false,
    where: [],
    limit: pageLimits.invitations,
    ...pageOf('at', 'desc'),
  };
}

/** My invitations to group chats, in no order; the path of each document tells to which. */
export function myInvitationsQuery(uid: string): QuerySpec {
  return {
    collection: 'invitations',
    group: true,
    where: [{ field: 'uid', op: '==', value: uid }],
    orderBy: [],
    limit: pageLimits.invitations,
  };
}

/** Members of a chat, longest there first. Members only. */
export function chatMembersQuery(chatId: string, after?: PageCursor | null): QuerySpec {
  return {
    collection: `chats/${chatId}/members`,
    group: false,
    where: [],
    limit: 50,
    ...pageOf('joinedAt', 'asc', after),
  };
}

/** Messages of a chat, newest first: the last ones to listen to, or the page before an older message. */
export function chatMessagesQuery(
  chatId: string,
  options: { limit?: number; before?: PageCursor | null } = {},
): QuerySpec {
  return {
    collection: `chats/${chatId}/messages`,
    group: false,
    where: [],
    limit: options.limit ?? pageLimits.messages,
    ...pageOf('createdAt', 'desc', options.before),
  };
}

/**
 * Who is typing in a chat, the latest first. Members only. Marks that had run out by `since` are left out, so they cost no
 * reads; those that run out later are for the caller to drop.
 */
export function typingQuery(chatId: string, since: FirestoreTime): QuerySpec {
  return {
    collection: `chats/${chatId}/typing`,
    group: false,
    where: [{ field: 'until', op: '>=', value: since }],
    orderBy: [{ field: 'until', direction: 'desc' }],
    limit: pageLimits.typing,
  };
}

/** My chat list: pinned first, then by what happened last. */
export function inboxQuery(uid: string, options: { limit?: number } = {}): QuerySpec {
  return {
    collection: `users/${uid}/inbox`,
    group: false,
    where: [],
    orderBy: [
      { field: 'pinned', direction: 'desc' },
      { field: 'updatedAt', direction: 'desc' },
    ],
    limit: options.limit ?? pageLimits.inbox,
  };
}

/** My notifications, newest first. */
export function notificationsQuery(uid: string): QuerySpec {
  return {
    collection: `users/${uid}/notifications`,
    group: false,
    where: [],
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: pageLimits.notifications,
  };
}

/** My notifications that lead to this path of the app, in no order. */
export function notificationsAboutQuery(uid: string, target: string): QuerySpec {
  return {
    collection: `users/${uid}/notifications`,
    group: false,
    where: [{ field: 'target', op: '==', value: target }],
    orderBy: [],
    limit: pageLimits.notifications,
  };
}

/** Whom I blocked. */
export function blocksQuery(uid: string): QuerySpec {
  return {
    collection: `users/${uid}/blocks`,
    group: false,
    where: [],
    orderBy: [],
    limit: pageLimits.blocks,
  };
}

/** What I reported, newest first. */
export function myReportsQuery(uid: string): QuerySpec {
  return {
    collection: 'reports',
    group: false,
    where: [{ field: 'reporterId', op: '==', value: uid }],
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: pageLimits.reports,
  };
}
