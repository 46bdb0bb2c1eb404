import { chatJoiner } from '@sameboat/model/chat-member';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { messageTombstone } from '@sameboat/model/message';
import { otterAnswerId, otterProfile } from '@sameboat/model/otter';
import { chatMembersQuery } from '@sameboat/model/queries';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asking, counting, sending } from '../acts.ts';
import { future, past, world as seed, settled } from '../seed.ts';
import { openWorld, type World } from '../world.ts';
import { doorsOf } from './doors.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() =>
  world.begin({
    ...seed,
    'users/otter': otterProfile(past),
    'chats/home/members/ben': chatJoiner('ben', past),
  }),
);
afterAll(() => world.close());

const ada = { uid: 'ada' };
const ben = { uid: 'ben' };
const cleo = { uid: 'cleo' };
const eve = { uid: 'eve' };
const gus = { uid: 'gus', guest: true };

describe.each(doorsOf(() => world))('through $name', ({ read, list, write }) => {
  it('nobody walks through everybody by the home chat', async () => {
    for (const who of [ada, eve, gus]) {
      expect(await list(who, chatMembersQuery('home'))).toBe('refused');
      expect(await read(who, 'chats/home/members/ben')).toBe('refused');
    }
    expect(await read(ada, 'chats/home/members/ada')).toBe('allowed');
  });

  it('nobody reads or forges who gets the rows of a chat', async () => {
    for (const who of [ada, ben, eve]) {
      expect(await read(who, 'chats/evening/private/roster')).toBe('refused');
      const roster = ['set', 'chats/evening/private/roster', { uids: ['eve'] }] as const;
      expect(await write(who, roster)).toBe('refused');
    }
  });

  it('nobody speaks as Otter, answers before Otter does, or brings somebody else home', async () => {
    expect(await write(ada, ...sending('home', 'ada', { message: { kind: 'bot' } }))).toBe('refused');
    expect(await write(ada, ...sending('home', 'ada', { message: { senderId: 'otter' } }))).toBe('refused');
    const taken = otterAnswerId(autoId('asked'));
    expect(await write(ada, ...sending('home', 'ada', { id: taken }))).toBe('refused');
    const join = ['set', 'chats/home/members/cleo', chatJoiner('cleo', now)] as const;
    expect(await write(ada, join, counting('ada', 'joinGroup', 'home'))).toBe('refused');
    expect(await write(gus, ['set', 'chats/home/members/gus', chatJoiner('gus', now)])).toBe('refused');
    expect(await write(cleo, join, counting('cleo', 'joinGroup', 'home'))).toBe('allowed');
  });

  it('a new account asks nobody for a private chat, whatever its counter says', async () => {
    const [chat, member, count] = asking('eve', 'ben');
    expect(await write(eve, chat, member, count)).toBe('refused');
    expect(await write(eve, chat, member)).toBe('refused');
    expect(await write(eve, chat, member, ['set', count[1], { ...count[2], count: 0 }])).toBe('refused');
    expect(await write(eve, chat, member, ['set', count[1], { ...count[2], since: past }])).toBe('refused');
    await world.add(settled('eve'));
    expect(await write({ ...eve, claims: { email_verified: false } }, chat, member, count)).toBe('refused');
    expect(await write(eve, ...asking('eve', 'otter'))).toBe('refused');
    expect(await write(eve, chat, member, count)).toBe('allowed');
  });

  it('the one who asked does not answer for the other, and a decline is undone by who declined', async () => {
    const state = (to: string) => ['update', 'chats/dm_ada_cleo', { state: to }] as const;
    for (const to of ['open', 'request', 'declined']) expect(await write(ada, state(to))).toBe('refused');
    expect(await write(eve, state('open'))).toBe('refused');
    expect(await write(cleo, state('declined'))).toBe('allowed');
    expect(await write(ada, state('request'))).toBe('refused');
    expect(await write(cleo, state('request'))).toBe('allowed');
  });

  it('nobody passes their own deletion off as a moderator’s, or a moderator’s as their own', async () => {
    const path = 'chats/evening/messages/m2';
    const gone = messageTombstone(now);
    expect(await write(ben, ['update', path, { ...gone, removedBy: 'moderator' }])).toBe('refused');
    expect(await write({ uid: 'mo' }, ['update', path, { ...gone, removedBy: 'moderator' }])).toBe('refused');
    expect(await write(ben, ['update', path, { removedBy: 'staff' }])).toBe('refused');
    await world.add({ [path]: { ...seed[path], ...gone, deletedAt: past, removedBy: 'moderator' } });
    expect(await write(ben, ['update', path, { removedBy: null }])).toBe('refused');
  });

  it('nobody marks a chat as unread for somebody else, or from the future', async () => {
    const mark = { readAt: null, unread: 1, mentions: 0, countedTo: past, markedAt: now };
    expect(await write(ben, ['update', 'users/ada/inbox/evening', mark])).toBe('refused');
    expect(await write(ada, ['update', 'users/ada/inbox/evening', { ...mark, markedAt: future }])).toBe(
      'refused',
    );
    expect(await write(ada, ['update', 'users/ada/inbox/evening', { request: 'received' }])).toBe('refused');
  });

  it('a time zone says nothing but a time zone, and nobody else reads it', async () => {
    const path = 'users/ada/private/settings';
    const say = (timeZone: unknown) => ['update', path, { timeZone, updatedAt: now }] as const;
    for (const timeZone of ['Europe/Berlin\nMitte', 'a'.repeat(65), ['Europe/Berlin'], 7])
      expect(await write(ada, say(timeZone))).toBe('refused');
    expect(await write(ben, say('Europe/Berlin'))).toBe('refused');
    expect(await read(ben, path)).toBe('refused');
    expect(await write(ada, say('Europe/Berlin'))).toBe('allowed');
  });
});
