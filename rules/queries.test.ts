import { after } from '@sameboat/model/fixtures/fixture-time';
import {
  blocksQuery,
  chatBansQuery,
  chatInvitationsQuery,
  chatMembersQuery,
  chatMessagesQuery,
  communitiesByNameQuery,
  communitiesNearQuery,
  communitiesQuery,
  communityBansQuery,
  communityChatsQuery,
  communityLogQuery,
  communityMembersQuery,
  communityTeamQuery,
  everyCommunityMemberQuery,
  inboxQuery,
  myInvitationsQuery,
  myMembershipsQuery,
  myReportsQuery,
  notificationsAboutQuery,
  notificationsQuery,
  type QuerySpec,
  sharingMembersQuery,
  typingQuery,
} from '@sameboat/model/queries';
import { topicIds } from '@sameboat/model/topics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { askByRest } from './ask-by-rest.ts';
import { sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.begin({ ...seed, 'sanctions/bea': sanction({ banned: true }) });
});
afterAll(() => world.close());

const cursor = { at: after(0), id: 'm1' };
const communityCursor = { lastActiveOn: '2026-11-20', createdAt: after(0), id: 'harbour' };
const here = { geohashFrom: 'u15', geohashTo: 'u15~' };

/** The query, who may send it, and who may not. */
const queries: readonly (readonly [string, QuerySpec, allowed: string, refused: readonly string[]])[] = [
  ['all open communities', communitiesQuery({ topics: [] }), 'eve', ['bea']],
  ['open communities of a topic', communitiesQuery({ topics: ['grief'] }), 'eve', ['bea']],
  ['open communities of two topics', communitiesQuery({ topics: ['grief', 'sleep'] }), 'eve', ['bea']],
  ['open communities of every topic', communitiesQuery({ topics: topicIds }), 'eve', ['bea']],
  [
    'more open communities',
    communitiesQuery({ topics: [], after: communityCursor, limit: 50 }),
    'eve',
    ['bea'],
  ],
  ['communities near a place', communitiesNearQuery({ topics: [], ...here }), 'eve', ['bea']],
  [
    'communities of a topic near a place',
    communitiesNearQuery({ topics: ['grief'], ...here }),
    'eve',
    ['bea'],
  ],
  [
    'communities of two topics near a place',
    communitiesNearQuery({ topics: ['grief', 'ocd'], ...here }),
    'eve',
    ['bea'],
  ],
  ['communities by name', communitiesByNameQuery('harb'), 'eve', ['bea']],
  ['group chats of a community', communityChatsQuery('harbour'), 'cleo', ['eve', 'bea']],
  ['more group chats of a community', communityChatsQuery('harbour', cursor), 'cleo', ['eve', 'bea']],
  ['silent group chats', communityChatsQuery('harbour', { at: null, id: 'm1' }), 'cleo', ['eve', 'bea']],
  ['members of a community', communityMembersQuery('harbour'), 'cleo', ['eve', 'bea']],
  ['more members of a community', communityMembersQuery('harbour', cursor), 'cleo', ['eve', 'bea']],
  ['members who share a topic', sharingMembersQuery('harbour', ['grief', 'sleep']), 'cleo', ['eve', 'bea']],
  ['more members who share a topic', sharingMembersQuery('harbour', ['grief'], cursor), 'cleo', ['eve']],
  ['the log of a community', communityLogQuery('harbour'), 'mo', ['cleo', 'eve', 'bea']],
  ['more of the log of a community', communityLogQuery('harbour', cursor), 'mo', ['cleo', 'eve']],
  ['people banned from a community', communityBansQuery('harbour'), 'mo', ['cleo', 'eve', 'bea']],
  ['who runs a community', communityTeamQuery('harbour'), 'cleo', ['eve', 'bea']],
  ['every member of a community', everyCommunityMemberQuery('harbour'), 'mo', ['cleo', 'eve', 'bea']],
  ['people removed from a chat', chatBansQuery('evening'), 'ada', ['ben', 'eve', 'bea']],
  ['people invited to a chat', chatInvitationsQuery('evening'), 'ada', ['ben', 'eve', 'bea']],
  ['members of a chat', chatMembersQuery('evening'), 'ben', ['cleo', 'eve', 'bea']],
  ['more members of a chat', chatMembersQuery('evening', cursor), 'ben', ['cleo', 'eve', 'bea']],
  ['members of a private chat', chatMembersQuery('dm_ada_ben'), 'ben', ['cleo', 'eve']],
  ['messages of a chat', chatMessagesQuery('evening'), 'ben', ['cleo', 'eve', 'bea']],
  [
    'older messages of a chat',
    chatMessagesQuery('evening', { before: cursor }),
    'ben',
    ['cleo', 'eve', 'bea'],
  ],
  ['messages of a chat by invitation', chatMessagesQuery('inner'), 'ben', ['cleo', 'mo', 'fay']],
  ['messages of a private chat', chatMessagesQuery('dm_ada_ben'), 'ada', ['cleo', 'eve']],
  ['who is typing', typingQuery('evening', after(0)), 'ben', ['cleo', 'eve', 'bea']],
  ['an inbox', inboxQuery('ada'), 'ada', ['ben', 'eve']],
  ['notifications', notificationsQuery('ada'), 'ada', ['ben', 'eve']],
  [
    'notifications about a community',
    notificationsAboutQuery('ada', '/communities/harbour'),
    'ada',
    ['ben', 'eve'],
  ],
  ['blocks', blocksQuery('ada'), 'ada', ['ben', 'eve']],
  ['memberships', myMembershipsQuery('ada'), 'ada', ['ben', 'eve']],
  ['invitations', myInvitationsQuery('ada'), 'ada', ['ben', 'eve']],
  ['more memberships', myMembershipsQuery('ada', cursor), 'ada', ['ben', 'eve']],
  ['reports by oneself', myReportsQuery('ada'), 'ada', ['ben', 'eve']],
];

describe.each(queries)('the query for %s', (_name, spec, allowed, refused) => {
  it('is answered to who may see it', async () => {
    await allows(ask(world.as(allowed), spec));
  });

  it('is refused to everybody else, to guests and to nobody', async () => {
    for (const uid of refused) await refuses(ask(world.as(uid), spec));
    await refuses(ask(world.guest('gwen'), spec));
    await refuses(ask(world.nobody(), spec));
  });

  it('is refused when it asks for more at once than a page', async () => {
    await refuses(ask(world.as(allowed), { ...spec, limit: 501 }));
  });

  it('is refused with an offset, which costs reads and shows nothing', async () => {
    const send = (offset: number) => askByRest(allowed, spec, offset);
    expect(await send(100_000)).toBe('PERMISSION_DENIED');
    expect(await send(0)).toBe('OK');
  });
});

describe.each(queries.filter(([, spec]) => spec.where.length > 0))(
  'the query for %s',
  (_name, spec, allowed) => {
    it('is refused when one of its equalities is left out, if the rules rest on it', async () => {
      const needed = ['visibility', 'communityId', 'type', 'access', 'uid', 'reporterId', 'listed', 'role'];
      for (const filter of spec.where.filter((candidate) => needed.includes(candidate.field))) {
        await refuses(
          ask(world.as(allowed), { ...spec, where: spec.where.filter((other) => other !== filter) }),
        );
      }
    });
  },
);

it('a chat that does not exist has no messages to list', async () => {
  await refuses(ask(world.as('ada'), chatMessagesQuery('nowhere')));
});

it('a guest reads the messages of their own match', async () => {
  await allows(ask(world.guest('gus'), chatMessagesQuery('pair')));
  await refuses(ask(world.guest('gus'), chatMembersQuery('pair')));
  await refuses(ask(world.guest('gwen'), chatMessagesQuery('pair')));
});

it('the messages of a chat come back newest first, and only those of that chat', async () => {
  const snapshot = await ask(world.as('ben'), chatMessagesQuery('evening'));
  expect(snapshot.docs.map((document) => document.id).sort()).toEqual(['m1', 'm2']);
});

it('the group chats of a community leave out those by invitation', async () => {
  const snapshot = await ask(world.as('ben'), communityChatsQuery('harbour'));
  expect(snapshot.docs.map((document) => document.id)).toEqual(['evening']);
});

it('closed communities are in no list', async () => {
  const snapshot = await ask(world.as('ada'), communitiesQuery({ topics: [] }));
  expect(snapshot.docs.map((document) => document.id)).toEqual(['harbour']);
});
