import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { newChatBan } from '@sameboat/model/chat-ban';
import { newChatInvitation } from '@sameboat/model/chat-invitation';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { newCommunity } from '@sameboat/model/community';
import type { MemberAct } from '@sameboat/model/community-log';
import { founderMember, joiningMember } from '@sameboat/model/community-member';
import { newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { rotterdam } from '@sameboat/model/fixtures/place';
import { newHandle } from '@sameboat/model/handle';
import { unreadMark } from '@sameboat/model/inbox-row';
import { messageEdit, messageTombstone, newImageMessage } from '@sameboat/model/message';
import { type PacedAct, pacedActs, pacePath } from '@sameboat/model/pace';
import { newPrivateProfile } from '@sameboat/model/private-profile';
import {
  blocksQuery,
  chatBansQuery,
  chatInvitationsQuery,
  chatMessagesQuery,
  communityBansQuery,
  communityChatsQuery,
  communityLogQuery,
  communityMembersQuery,
  inboxQuery,
  myInvitationsQuery,
  myMembershipsQuery,
  myReportsQuery,
  notificationsQuery,
  typingQuery,
} from '@sameboat/model/queries';
import { newReport } from '@sameboat/model/report';
import { newSettings } from '@sameboat/model/settings';
import { communityNameKey, slugOf } from '@sameboat/model/slug';
import { newUploadTicket } from '@sameboat/model/upload-ticket';
import { type DocumentData, doc, type Firestore, getDoc } from 'firebase/firestore';
import { counting, logging, sending } from './acts.ts';
import { ask } from './ask.ts';
import { future, longAgo, past, person, world as seed, settled } from './seed.ts';
import { commit, type Write } from './write.ts';

export type Act = (database: Firestore) => Promise<unknown>;

const read =
  (path: string): Act =>
  (database) =>
    getDoc(doc(database, path));
export const write =
  (...writes: readonly Write[]): Act =>
  (database) =>
    commit(database, ...writes);

const newId = autoId('new');
const file = autoId('file');
const harbourKey = await communityNameKey('harbour-evenings');
const dawnKey = await communityNameKey(slugOf('Dawn evenings'));
const coveKey = await communityNameKey('cove');
const soon = { until: new Date(Date.now() + 5_000) };
const listing = {
  handle: 'ada_h',
  displayName: 'ada',
  avatar: null,
  topics: [],
  place: null,
  lastActiveAt: null,
  updatedAt: now,
};
const found = { ...newPrivateProfile(now), discoverable: true };
const reporting = (reporterId: string) =>
  newReport({ reporterId, kind: 'person', path: 'users/eve', reason: 'spam', note: '' }, now);

/** A window that does not run out while the tests do. */
const begun = { since: future, count: 1 };
const picture = { path: `chats/evening/images/ada/${file}`, width: 10, height: 10, alt: 'The harbour' };
const fullMessage = {
  ...newImageMessage(
    { senderId: 'ada', text: 'Look.', images: Array.from({ length: 6 }, () => picture) },
    now,
  ),
  replyTo: 'm1',
  mentions: Array.from({ length: 10 }, (_, index) => `u${index}`),
  contentNote: 'about loss',
};

const counters = Object.fromEntries(
  ['ada', 'ben', 'cleo', 'dan', 'fay', 'gus', 'mo'].flatMap((uid) =>
    pacedActs.map((act) => [pacePath(uid, act), { ...begun, id: autoId('before') }]),
  ),
);

const extras: Record<string, DocumentData> = {
  ...settled('ben'),
  [`communityNames/${harbourKey}`]: newCommunityName('harbour'),
  'communities/harbour/bans/eve': { by: 'mo', reason: '', at: past },
  'communities/harbour/log/l1': { actor: 'mo', act: 'ban', target: 'eve', reason: 'Spam.', at: past },
  'chats/inner/invitations/cleo': newChatInvitation({ uid: 'cleo', by: 'ada' }, past),
  'chats/evening/typing/ada': { until: future },
  'circles/ring/lobby/gwen': { waitingSince: past, seenAt: past },
  'chats/evening/bans/eve': newChatBan('ada', past),
  'users/ada/private/settings': { ...newSettings(past), readReceipts: true },
  ...counters,
  ...person('dan'),
  ...person('gus'),
};

/** What somebody in good standing does: name, who, act. */
export const persons: readonly (readonly [string, string, Act])[] = [
  ['reads a profile', 'ada', read('users/ben')],
  ['changes their profile', 'ada', write(['update', 'users/ada', { bio: 'Hi', updatedAt: now }])],
  ['reads their private profile', 'ada', read('users/ada/private/profile')],
  [
    'changes their private profile',
    'ada',
    write([
      'set',
      'users/ada/private/profile',
      { ...newPrivateProfile(now), bio: 'Hi', topics: ['grief'], place: rotterdam },
    ]),
  ],
  ['reads their settings', 'ada', read('users/ada/private/settings')],
  [
    'changes their settings',
    'ada',
    write(['update', 'users/ada/private/settings', { typing: false, updatedAt: now }]),
  ],
  ['reads a block', 'ada', read('users/ada/blocks/eve')],
  ['lists their blocks', 'ada', (database) => ask(database, blocksQuery('ada'))],
  ['blocks somebody', 'ada', write(['set', 'users/ada/blocks/fay', { since: now }])],
  [
    'asks to upload a picture',
    'ada',
    write(
      ['set', `users/ada/uploads/${file}`, newUploadTicket('users/ada', now)],
      next('ada', 'image', file),
    ),
  ],
  ['lifts a block', 'ada', write(['delete', 'users/ada/blocks/eve'])],
  ['reads a notification', 'ada', read('users/ada/notifications/n1')],
  ['lists their notifications', 'ada', (database) => ask(database, notificationsQuery('ada'))],
  ['marks a notification', 'ada', write(['update', 'users/ada/notifications/n1', { readAt: now }])],
  ['deletes a notification', 'ada', write(['delete', 'users/ada/notifications/n1'])],
  ['looks for a listing', 'ada', read('people/ada')],
  ['is listed', 'ada', write(['set', 'users/ada/private/profile', found], ['set', 'people/ada', listing])],
  ['is listed no more', 'ada', write(['delete', 'people/ada'])],
  ['looks up a handle', 'ada', read('handles/free')],
  [
    'changes their handle',
    'ada',
    write(
      ['update', 'users/ada', { handle: 'ada_new', updatedAt: now }],
      ['set', 'handles/ada_new', newHandle('ada')],
      ['delete', 'handles/ada_h'],
      next('ada', 'handle', 'ada_new'),
    ),
  ],
  ['reads a community', 'eve', read('communities/harbour')],
  ['describes a community', 'mo', write(['update', 'communities/harbour', { about: 'New' }])],
  [
    'renames a community',
    'fay',
    write(
      ['update', 'communities/harbour', { name: 'Dawn evenings', slug: slugOf('Dawn evenings') }],
      ['set', `communityNames/${dawnKey}`, newCommunityName('harbour')],
      ['delete', `communityNames/${harbourKey}`],
    ),
  ],
  ['looks up a name', 'eve', read(`communityNames/${harbourKey}`)],
  ['claims a name', 'fay', write(['set', `communityNames/${coveKey}`, newCommunityName('cove')])],
  ['reads a member', 'ada', read('communities/harbour/members/ben')],
  ['reads their own membership', 'ada', read('communities/harbour/members/ada')],
  ['lists members', 'ada', (database) => ask(database, communityMembersQuery('harbour'))],
  ['lists their memberships', 'ada', (database) => ask(database, myMembershipsQuery('ada'))],
  [
    'joins a community',
    'dan',
    write(
      ['set', 'communities/harbour/members/dan', joiningMember('dan', now)],
      next('dan', 'joinCommunity', 'harbour'),
    ),
  ],
  ['reads the facts of a community', 'ada', read('communities/harbour/private/facts')],
  [
    'founds a community',
    'ada',
    write(
      [
        'set',
        `communities/${newId}`,
        newCommunity(
          {
            name: 'Cove',
            about: '',
            rules: '',
            topic: 'sleep',
            place: null,
            visibility: 'open',
            today: dayOf(Date.now()),
          },
          now,
        ),
      ],
      ['set', `communityNames/${coveKey}`, newCommunityName(newId)],
      ['set', `communities/${newId}/members/ada`, founderMember('ada', now)],
      next('ada', 'createCommunity', newId),
    ),
  ],
  [
    'shows something',
    'ada',
    write([
      'update',
      'communities/harbour/members/ada',
      { shows: { bio: 'Hi', topics: ['grief'], place: rotterdam } },
    ]),
  ],
  ['leaves a community', 'ada', write(['delete', 'communities/harbour/members/ada'])],
  ['reads a ban', 'mo', read('communities/harbour/bans/eve')],
  ['lists bans', 'mo', (database) => ask(database, communityBansQuery('harbour'))],
  ['lists the log', 'mo', (database) => ask(database, communityLogQuery('harbour'))],
  ['reads an entry of the log', 'mo', read('communities/harbour/log/l1')],
  [
    'bans somebody',
    'mo',
    write(
      ['set', 'communities/harbour/bans/ben', { by: 'mo', reason: 'Be kind.', at: now }],
      ['delete', 'communities/harbour/members/ben'],
      ...nextEntry('mo', 'ban', 'ben'),
    ),
  ],
  [
    'lifts a ban',
    'mo',
    write(['delete', 'communities/harbour/bans/eve'], ...nextEntry('mo', 'unban', 'eve')),
  ],
  [
    'removes somebody',
    'mo',
    write(['delete', 'communities/harbour/members/ben'], ...nextEntry('mo', 'remove', 'ben')),
  ],
  [
    'appoints a moderator',
    'fay',
    write(
      ['update', 'communities/harbour/members/ben', { role: 'moderator' }],
      ...nextEntry('fay', 'appoint', 'ben'),
    ),
  ],
  [
    'hands a community over',
    'fay',
    write(
      ['update', 'communities/harbour/members/fay', { role: 'moderator' }],
      ['update', 'communities/harbour/members/mo', { role: 'founder' }],
      ...nextEntry('fay', 'handOver', 'mo'),
    ),
  ],
  ['deletes a community', 'fay', write(['delete', 'communities/harbour'])],
  ['reads an open group', 'cleo', read('chats/evening')],
  ['looks for a private chat', 'ben', read('chats/dm_ben_cleo')],
  ['lists the groups', 'cleo', (database) => ask(database, communityChatsQuery('harbour'))],
  [
    'creates a group',
    'ada',
    write(
      [
        'set',
        `chats/${newId}`,
        newGroupChat(
          { communityId: 'harbour', name: 'New', about: '', access: 'open', createdBy: 'ada' },
          now,
        ),
      ],
      ['set', `chats/${newId}/members/ada`, chatOwner('ada', now)],
      next('ada', 'createGroup', newId),
    ),
  ],
  ['renames a group', 'ada', write(['update', 'chats/evening', { name: 'Late' }])],
  [
    'asks somebody for a private chat',
    'ben',
    write(
      ['set', 'chats/dm_ben_cleo', newDirectChat('ben', 'cleo', autoId('request'), now)],
      ['set', 'chats/dm_ben_cleo/members/ben', chatJoiner('ben', now)],
      next('ben', 'request', 'dm_ben_cleo'),
    ),
  ],
  ['accepts a request', 'cleo', write(['update', 'chats/dm_ada_cleo', { state: 'open' }])],
  ['ends a private chat', 'ada', write(['update', 'chats/dm_ada_ben', { endedAt: now }])],
  ['deletes a group', 'ada', write(['delete', 'chats/evening'])],
  ['reads a ban from a chat', 'ada', read('chats/evening/bans/eve')],
  ['lists bans from a chat', 'ada', (database) => ask(database, chatBansQuery('evening'))],
  ['bans somebody from a chat', 'ada', write(['set', 'chats/evening/bans/cleo', newChatBan('ada', now)])],
  ['lifts a ban from a chat', 'ada', write(['delete', 'chats/evening/bans/eve'])],
  [
    'joins a group',
    'cleo',
    write(
      ['set', 'chats/evening/members/cleo', chatJoiner('cleo', now)],
      next('cleo', 'joinGroup', 'evening'),
    ),
  ],
  ['reads a group they are invited to', 'cleo', read('chats/inner')],
  ['reads an invitation', 'cleo', read('chats/inner/invitations/cleo')],
  ['lists their invitations', 'cleo', (database) => ask(database, myInvitationsQuery('cleo'))],
  ['lists the invitations to a group', 'ada', (database) => ask(database, chatInvitationsQuery('inner'))],
  [
    'invites somebody to a group',
    'ada',
    write(
      ['set', 'chats/inner/invitations/mo', newChatInvitation({ uid: 'mo', by: 'ada' }, now)],
      next('ada', 'invite', 'mo'),
    ),
  ],
  [
    'accepts an invitation',
    'cleo',
    write(
      ['set', 'chats/inner/members/cleo', chatJoiner('cleo', now)],
      ['delete', 'chats/inner/invitations/cleo'],
      next('cleo', 'joinGroup', 'inner'),
    ),
  ],
  [
    'hands a group over',
    'ada',
    write(
      ['update', 'chats/evening/members/ben', { role: 'owner' }],
      ['update', 'chats/evening/members/ada', { role: 'member' }],
    ),
  ],
  ['moves their read position', 'ada', write(['update', 'chats/evening/members/ada', { readAt: now }])],
  ['leaves a group', 'ben', write(['delete', 'chats/evening/members/ben'])],
  [
    'comes back home',
    'cleo',
    write(['set', 'chats/home/members/cleo', chatJoiner('cleo', now)], next('cleo', 'joinGroup', 'home')),
  ],
  ['leaves home', 'ada', write(['delete', 'chats/home/members/ada'])],
  ['writes to a group', 'ada', send('evening', 'ada')],
  [
    'rewords a message',
    'ada',
    write(['update', 'chats/evening/messages/m1', messageEdit('Better', now)], next('ada', 'edit', 'm1')),
  ],
  ['writes as much as a message can hold', 'ada', send('evening', 'ada', { message: fullMessage })],
  ['writes at home', 'ada', send('home', 'ada')],
  ['writes in private', 'ada', send('dm_ada_ben', 'ada')],
];

/** The same, for what guests do as well. */
export const everybody: readonly (readonly [string, string, Act])[] = [
  ['reads a row of their inbox', 'ada', read('users/ada/inbox/evening')],
  ['lists their inbox', 'ada', (database) => ask(database, inboxQuery('ada'))],
  ['mutes a chat', 'ada', write(['update', 'users/ada/inbox/evening', { muted: true }])],
  [
    'marks a chat as unread',
    'ada',
    write([
      'update',
      'users/ada/inbox/evening',
      unreadMark({ readAt: longAgo, unread: 1, mentions: 0, countedTo: past }, now),
    ]),
  ],
  ['reads one of their counters', 'gus', read('users/gus/pace/edit')],
  ['reads a chat they are in', 'gus', read('chats/pair')],
  ['reads their own membership of a chat', 'gus', read('chats/pair/members/gus')],
  ['reads its newest message', 'gus', read('chats/pair/private/last')],
  ['reads a message', 'gus', read('chats/pair/messages/p1')],
  ['lists messages', 'gus', (database) => ask(database, chatMessagesQuery('pair'))],
  ['writes to a match', 'gus', send('pair', 'gus', { alias: 'heron3' })],
  ['takes a message back', 'gil', write(['update', 'chats/pair/messages/p1', messageTombstone(now)])],
  ['reacts', 'gus', write(['update', 'chats/pair/messages/p1', { 'reactions.heron3': 'heart' }])],
  ['sees typing', 'gus', (database) => ask(database, typingQuery('pair', past))],
  ['sees one who types', 'gus', read('chats/pair/typing/gil')],
  ['types', 'gus', write(['set', 'chats/pair/typing/heron3', soon])],
  ['stops typing', 'gus', write(['delete', 'chats/pair/typing/heron3'])],
  ['reads a ticket', 'gus', read(`users/gus/uploads/${file}`)],
  ['gives a ticket back', 'gus', write(['delete', `users/gus/uploads/${file}`])],
  ['reads their circle', 'gwen', read('circles/ring')],
  ['reads their own place in it', 'gwen', read('circles/ring/members/gwen')],
  ['leaves the circle', 'gwen', write(['delete', 'circles/ring/members/gwen'])],
  ['looks at their seat in the lobby', 'gwen', read('circles/ring/lobby/gwen')],
  ['keeps the seat', 'gwen', write(['update', 'circles/ring/lobby/gwen', { seenAt: now }])],
  ['gives up the seat', 'gwen', write(['delete', 'circles/ring/lobby/gwen'])],
  [
    'reports somebody',
    'gus',
    write(['set', `reports/${newId}`, reporting('gus')], next('gus', 'report', newId)),
  ],
  ['reads their report', 'ada', read('reports/r1')],
  ['lists their reports', 'ada', (database) => ask(database, myReportsQuery('ada'))],
];

/** One more act in a window that has begun, which costs the rules one access more than the first. */
function next(uid: string, act: PacedAct, id: string): Write {
  return counting(uid, act, id, begun);
}

function nextEntry(actor: string, act: MemberAct, target: string): readonly Write[] {
  return logging('harbour', actor, { act, target }, { before: begun });
}

function send(...args: Parameters<typeof sending>): Act {
  return write(...sending(...args));
}

/** Where each of these acts is allowed. */
export const stage: Readonly<Record<string, DocumentData>> = { ...seed, ...extras };
