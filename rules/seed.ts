import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { newTextMessage } from '@sameboat/model/message';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import { newSettings } from '@sameboat/model/settings';
import { newUser } from '@sameboat/model/user';
import { type DocumentData, Timestamp } from 'firebase/firestore';

/** An hour ago, and an hour ahead: the tests' past and future. */
export const past = Timestamp.fromMillis(Date.now() - 3_600_000);
/** Two days ago: a profile that is this old is settled, and a member sees who is listed. */
export const longAgo = Timestamp.fromMillis(Date.now() - 2 * 86_400_000);
export const future = Timestamp.fromMillis(Date.now() + 3_600_000);

const harbour = newCommunity(
  {
    name: 'Harbour evenings',
    about: '',
    rules: 'Be kind.',
    topic: 'grief',
    place: null,
    visibility: 'open',
    today: new Date().toISOString().slice(0, 10),
  },
  past,
);

const evening = newGroupChat(
  { communityId: 'harbour', name: 'Evening group', about: '', access: 'open', createdBy: 'ada' },
  past,
);

/** A match as functions make it: its two people know each other as `otter7` (Gil) and `heron3` (Gus). */
const match = {
  ...evening,
  type: 'match',
  communityId: null,
  circleId: 'ring',
  name: '',
  access: 'invite',
  createdBy: 'ring',
  expiresAt: future,
  people: { otter7: 'Gil', heron3: 'Gus' },
};

export function person(uid: string): Record<string, DocumentData> {
  return {
    [`users/${uid}`]: newUser({ handle: `${uid}_h`, displayName: uid }, past),
    [`handles/${uid}_h`]: { uid },
    [`users/${uid}/private/profile`]: newPrivateProfile(past),
    [`users/${uid}/private/settings`]: newSettings(past),
  };
}

export function inboxRow(type: string) {
  return {
    type,
    name: 'Evening group',
    communityId: null,
    otherUid: null,
    last: null,
    unread: 2,
    mentions: 0,
    readAt: past,
    muted: false,
    pinned: false,
    updatedAt: past,
  };
}

export function message(senderId: string, text = 'Hello') {
  return newTextMessage({ senderId, text }, past);
}

export function sanction(change: {
  banned?: boolean;
  denied?: readonly string[];
  until?: Timestamp | null;
  validAfter?: Timestamp | null;
  kind?: 'staff' | 'deleted' | 'signOut';
}) {
  return {
    banned: false,
    denied: [],
    reason: 'spam',
    by: 'sam',
    at: past,
    until: null,
    validAfter: null,
    kind: 'staff',
    ...change,
  };
}

/** The profiles of these people as if they were older than a day. With a verified address that makes them settled. */
export function settled(...uids: readonly string[]): Record<string, DocumentData> {
  return Object.fromEntries(
    uids.map((uid) => [`users/${uid}`, { ...world[`users/${uid}`], createdAt: longAgo }]),
  );
}

/**
 * Harbour is open, with founder Fay, moderator Mo, and members Ada, Ben and Cleo; Cove is closed, with Fay and Ada.
 * Ada and Ben are in the open "evening" and the invited "inner" chat of Harbour, Cleo in neither. Ada and Ben talk
 * in private; Ada has asked Cleo to. Guests Gil and Gus are matched in a circle. Eve belongs to nothing. In Harbour, Ben
 * is listed, and everybody has been a member for longer than a day.
 */
export const world: Readonly<Record<string, DocumentData>> = {
  ...person('ada'),
  ...person('ben'),
  ...person('cleo'),
  ...person('eve'),
  ...person('fay'),
  ...person('mo'),

  'communities/harbour': harbour,
  'communities/harbour/members/fay': founderMember('fay', past),
  'communities/harbour/members/mo': { ...joiningMember('mo', past), role: 'moderator' },
  'communities/harbour/members/ada': joiningMember('ada', longAgo),
  'communities/harbour/members/ben': { ...joiningMember('ben', longAgo), listed: true },
  'communities/harbour/members/cleo': joiningMember('cleo', longAgo),
  'communities/harbour/private/facts': { founderId: 'fay', memberCount: 5 },
  'communities/harbour/private/access': { codeHash: 'x' },
  'communities/cove': { ...harbour, name: 'Cove', slug: 'cove', visibility: 'closed' },
  'communities/cove/members/fay': founderMember('fay', past),
  'communities/cove/members/ada': joiningMember('ada', past),

  'chats/evening': evening,
  'chats/evening/private/last': { text: 'Second', senderId: 'ben', senderName: 'Ben', at: past },
  'chats/evening/private/roster': { uids: ['ada', 'ben'] },
  'chats/evening/members/ada': chatOwner('ada', past),
  'chats/evening/members/ben': chatJoiner('ben', past),
  'chats/evening/messages/m1': message('ada', 'First'),
  'chats/evening/messages/m2': message('ben', 'Second'),
  'chats/evening/typing/ben': { until: future },
  'chats/inner': { ...evening, access: 'invite', name: 'Inner group' },
  'chats/inner/private/last': { text: 'Hush', senderId: 'ben', senderName: 'Ben', at: past },
  'chats/inner/members/ada': chatOwner('ada', past),
  'chats/inner/members/ben': chatJoiner('ben', past),

  'chats/dm_ada_ben': { ...newDirectChat('ada', 'ben', autoId('request'), past), state: 'open' },
  'chats/dm_ada_ben/members/ada': chatJoiner('ada', past),
  'chats/dm_ada_ben/members/ben': chatJoiner('ben', past),
  'chats/dm_ada_ben/messages/d1': message('ada'),
  'chats/dm_ada_cleo': newDirectChat('ada', 'cleo', autoId('request'), past),
  'chats/dm_ada_cleo/members/ada': chatJoiner('ada', past),

  'chats/home': { ...evening, type: 'home', communityId: null, name: 'Home', createdBy: 'otter' },
  'chats/home/members/ada': chatJoiner('ada', past),

  'circles/ring': {
    name: 'Ring',
    about: '',
    rules: '',
    createdBy: 'fay',
    createdAt: past,
    expiresAt: future,
    memberCount: 2,
  },
  'circles/ring/private/access': { codeHash: 'x' },
  'circles/ring/members/gus': { name: 'Gus', joinedAt: past, expiresAt: future, chatId: 'pair' },
  'circles/ring/members/gil': { name: 'Gil', joinedAt: past, expiresAt: future, chatId: 'pair' },
  'circles/ring/members/gwen': { name: 'Gwen', joinedAt: past, expiresAt: future, chatId: null },
  'chats/pair': match,
  'chats/pair/private/pair': { uids: ['gil', 'gus'] },
  'chats/pair/members/gus': { ...chatJoiner('gus', past), alias: 'heron3', name: 'Gus', expiresAt: future },
  'chats/pair/members/gil': { ...chatJoiner('gil', past), alias: 'otter7', name: 'Gil', expiresAt: future },
  'chats/pair/messages/p1': message('otter7'),

  'users/ada/inbox/evening': inboxRow('group'),
  'users/ben/inbox/evening': inboxRow('group'),
  'users/ada/blocks/eve': { since: past },
  'users/ada/notifications/n1': {
    type: 'mention',
    text: 'Ben mentioned you',
    target: '/chats/evening',
    createdAt: past,
    seenAt: null,
    readAt: null,
  },
  'reports/r1': {
    reporterId: 'ada',
    target: { kind: 'person', path: 'users/eve' },
    reason: 'spam',
    note: '',
    createdAt: past,
    status: 'open',
    resolution: null,
  },
  'audit/a1': { actor: 'sam', action: 'ban', target: 'users/x', reason: 'spam', at: past },
};
