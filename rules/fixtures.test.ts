import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { founderMember } from '@sameboat/model/community-member';
import { newCommunityName } from '@sameboat/model/community-name';
import { everyFixtureSet } from '@sameboat/model/fixtures/every-fixture-set';
import { autoId, eveningId, harbourId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { badHandles, goodHandles } from '@sameboat/model/fixtures/handle';
import { messagePace } from '@sameboat/model/pace';
import { communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { type DocumentData, deleteField } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { counting, logging } from './acts.ts';
import { inboxRow, person, world as seed, settled } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit, type Write } from './write.ts';

/** What Ada writes beside a document so that nothing but the document decides, and the world she finds. */
interface Stage {
  readonly world: Readonly<Record<string, DocumentData>>;
  writes(document: object): Promise<readonly Write[]> | readonly Write[];
}

const field = (document: object, name: string): unknown => Reflect.get(document, name);

const named = (world: Readonly<Record<string, DocumentData>>, ...without: string[]) =>
  Object.fromEntries(Object.entries(world).filter(([path]) => !without.includes(path)));

const listed = {
  ...person('ada'),
  'users/ada': newUser({ handle: 'ada', displayName: 'Ada' }, now.toMillis()),
  'users/ada/private/profile': { discoverable: true },
};

/** The evening group under the id that the fixtures of messages and pictures name. */
const inEvening = {
  ...seed,
  [`chats/${eveningId}`]: seed['chats/evening'] ?? {},
  [`chats/${eveningId}/members/ada`]: seed['chats/evening/members/ada'] ?? {},
};

const stages: Record<string, Stage> = {
  user: {
    world: {},
    writes: (document) => [
      ['set', 'users/ada', document],
      ['set', 'handles/ada', { uid: 'ada' }],
    ],
  },
  'private profile': { world: {}, writes: (document) => [['set', 'users/ada/private/profile', document]] },
  settings: { world: {}, writes: (document) => [['set', 'users/ada/private/settings', document]] },
  block: { world: {}, writes: (document) => [['set', 'users/ada/blocks/ben', document]] },
  'inbox row change': {
    world: { 'users/ada/inbox/evening': inboxRow('group') },
    writes: (document) => [['update', 'users/ada/inbox/evening', document]],
  },
  person: { world: listed, writes: (document) => [['set', 'people/ada', document]] },
  handle: {
    world: {},
    writes: (document) => [
      ['set', 'users/ada', newUser({ handle: 'ada', displayName: 'Ada' }, now)],
      ['set', 'handles/ada', document],
    ],
  },
  community: {
    world: person('ada'),
    writes: async (document) => {
      const slug = String(field(document, 'slug') ?? '');
      const name = String(field(document, 'name') ?? '');
      const claim = `communityNames/${await communityNameKey(slug)}`;
      // Names that are not ASCII are claimed by a function before the community comes.
      const isAscii = /^[ -~]*$/.test(name);
      if (!isAscii)
        await world.add({ [claim]: { communityId: harbourId, nameHash: await communityNameKey(name) } });
      return [
        ['set', `communities/${harbourId}`, document],
        ['set', `communities/${harbourId}/members/ada`, founderMember('ada', now)],
        counting('ada', 'createCommunity', harbourId),
        ...(isAscii ? [['set', claim, newCommunityName(harbourId)] as const] : []),
      ];
    },
  },
  'community member': {
    world: { ...person('ada'), 'communities/harbour': { visibility: 'open' } },
    writes: (document) => [
      ['set', 'communities/harbour/members/ada', document],
      counting('ada', 'joinCommunity', 'harbour'),
    ],
  },
  'community ban': {
    world: { ...person('ada'), 'communities/harbour/members/ada': { uid: 'ada', role: 'moderator' } },
    writes: (document) => [
      ['set', 'communities/harbour/bans/eve', document],
      ...logging('harbour', 'ada', {
        act: 'ban',
        target: 'eve',
        reason: String(field(document, 'reason') ?? 'Spam.'),
      }),
    ],
  },
  'community log entry': {
    world: {
      ...person('ada'),
      'communities/harbour/members/ada': { uid: 'ada', role: 'founder' },
      'communities/harbour/members/ben': { uid: 'ben', role: 'member' },
    },
    writes: (document) => [
      ['set', `communities/harbour/log/${autoId('entry')}`, document],
      counting('ada', 'moderate', autoId('entry')),
      field(document, 'act') === 'appoint'
        ? ['update', 'communities/harbour/members/ben', { role: 'moderator' }]
        : ['delete', 'communities/harbour/members/ben'],
    ],
  },
  'community name': {
    world: {
      'communities/harbour': { slug: 'harbour' },
      'communities/harbour/members/ada': { uid: 'ada', role: 'founder' },
    },
    writes: async (document) => [['set', `communityNames/${await communityNameKey('harbour')}`, document]],
  },
  'group chat': {
    world: { ...person('ada'), [`communities/${harbourId}/members/ada`]: { uid: 'ada', role: 'member' } },
    writes: (document) => [
      ['set', `chats/${eveningId}`, document],
      ['set', `chats/${eveningId}/members/ada`, chatOwner('ada', now)],
      counting('ada', 'createGroup', eveningId),
    ],
  },
  'direct chat': {
    world: { ...person('ben'), ...person('ada'), ...settled('ada') },
    writes: (document) => [
      ['set', 'chats/dm_ada_ben', document],
      ['set', 'chats/dm_ada_ben/members/ada', chatJoiner('ada', now)],
      counting('ada', 'request', 'dm_ada_ben'),
    ],
  },
  'chat member': {
    world: named(seed, 'chats/evening/members/ada'),
    writes: (document) => [
      ['set', 'chats/evening/members/ada', document],
      counting('ada', 'joinGroup', 'evening'),
    ],
  },
  'chat ban': { world: seed, writes: (document) => [['set', 'chats/evening/bans/cleo', document]] },
  'chat invitation': {
    world: { ...seed, 'communities/harbour/members/cleo': { listed: true, role: 'member' } },
    writes: (document) => [
      ['set', 'chats/evening/invitations/cleo', document],
      counting('ada', 'invite', 'cleo'),
    ],
  },
  'upload ticket': {
    world: { ...inEvening, ...person('ada') },
    writes: (document) => [
      ['set', `users/ada/uploads/${autoId('file')}`, document],
      counting('ada', 'image', autoId('file')),
    ],
  },
  pace: { world: inEvening, writes: (document) => [['set', 'users/ada/pace/joinGroup', document]] },
  'message pace': {
    world: person('ada'),
    writes: (document) => [['set', 'users/ada/pace/message', document]],
  },
  message: {
    world: inEvening,
    writes: (document) => [
      ['set', `chats/${eveningId}/messages/${autoId('m9')}`, document],
      ['set', 'users/ada/pace/message', messagePace(eveningId, autoId('m9'), now)],
    ],
  },
  typing: { world: seed, writes: (document) => [['set', 'chats/evening/typing/ada', document]] },
  'lobby seat': {
    world: {
      'circles/ring/members/ada': { chatId: null, expiresAt: new Date(Date.now() + 3_600_000) },
    },
    writes: (document) => [['set', 'circles/ring/lobby/ada', document]],
  },
  report: {
    world: person('ada'),
    writes: (document) => [
      ['set', `reports/${autoId('r9')}`, document],
      counting('ada', 'report', autoId('r9')),
    ],
  },
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

for (const { record, valid, invalid } of everyFixtureSet) {
  describe(`the rules of a new ${record}`, () => {
    const stage = stages[record];
    if (stage === undefined) throw new Error(`There is no stage for a ${record}.`);
    beforeEach(() => world.begin(stage.world));

    it.each(Object.entries(valid))('allow what its schema accepts: %s', async (_name, document) => {
      await allows(commit(world.as('ada'), ...(await stage.writes(document as object))));
    });

    it.each(Object.entries(invalid))('refuse what its schema refuses: %s', async (_name, document) => {
      await refuses(commit(world.as('ada'), ...(await stage.writes(document as object))));
    });
  });
}

describe('the rules of a handle', () => {
  beforeEach(() => world.begin({}));
  const claim = (handle: string) =>
    commit(
      world.as('ada'),
      ['set', 'users/ada', newUser({ handle, displayName: 'Ada' }, now)],
      ['set', `handles/${handle}`, { uid: 'ada' }],
    );

  it.each(goodHandles)('allow %s', async (handle) => {
    await allows(claim(handle));
  });

  it.each(Object.entries(badHandles))('refuse %s', async (_name, handle) => {
    await refuses(claim(handle));
  });
});

describe('an inbox row', () => {
  it('keeps every field it has', async () => {
    await world.begin({ 'users/ada/inbox/evening': inboxRow('group') });
    await refuses(commit(world.as('ada'), ['update', 'users/ada/inbox/evening', { readAt: deleteField() }]));
    await refuses(commit(world.as('ada'), ['update', 'users/ada/inbox/evening', { muted: deleteField() }]));
  });
});
