import { newGroupChat } from '@sameboat/model/chat';
import { newChatBan } from '@sameboat/model/chat-ban';
import { chatJoiner, chatOwner } from '@sameboat/model/chat-member';
import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { messageEdit } from '@sameboat/model/message';
import { chatMembersQuery, chatMessagesQuery, typingQuery } from '@sameboat/model/queries';
import { newUploadTicket } from '@sameboat/model/upload-ticket';
import { Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asking, counting, sending } from '../acts.ts';
import { future, past, sanction, world as seed, settled } from '../seed.ts';
import { openWorld, type World } from '../world.ts';
import type { Write } from '../write.ts';
import { doorsOf } from './doors.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const ada = { uid: 'ada' };
const ben = { uid: 'ben' };
const cleo = { uid: 'cleo' };
const eve = { uid: 'eve' };
const gus = { uid: 'gus', guest: true };
const ago = (ms: number) => Timestamp.fromMillis(Date.now() - ms);

describe.each(doorsOf(() => world))('through $name', ({ read, list, write }) => {
  it('a member of the community does not read the last words of a group chat that they are not in', async () => {
    expect(await read(cleo, 'chats/evening/private/last')).toBe('refused');
    expect(await read(cleo, 'chats/inner/private/last')).toBe('refused');
    expect(await read(ben, 'chats/evening/private/last')).toBe('allowed');
  });

  it('nobody opens an invite-only chat to read its past', async () => {
    expect(await write(ada, ['update', 'chats/inner', { access: 'open' }])).toBe('refused');
    expect(await write({ uid: 'fay' }, ['update', 'chats/inner', { access: 'open' }])).toBe('refused');
    const join = ['set', 'chats/inner/members/cleo', chatJoiner('cleo', now)] as const;
    expect(await write(cleo, join, counting('cleo', 'joinGroup', 'inner'))).toBe('refused');
    expect(await list(cleo, chatMessagesQuery('inner'))).toBe('refused');
    expect(await write(ada, ['update', 'chats/evening', { access: 'invite' }])).toBe('allowed');
  });

  it('one member does not bury a community under chats', async () => {
    const found = (word: string, before?: { since: Timestamp; count: number }): readonly Write[] => [
      [
        'set',
        `chats/${autoId(word)}`,
        newGroupChat(
          { communityId: 'harbour', name: word, about: '', access: 'open', createdBy: 'cleo' },
          now,
        ),
      ],
      ['set', `chats/${autoId(word)}/members/cleo`, chatOwner('cleo', now)],
      counting('cleo', 'createGroup', autoId(word), before),
    ];
    expect(await write(cleo, ...found('one').slice(0, 2))).toBe('refused');
    expect(await write(cleo, ...found('one'), ...found('two').slice(0, 2))).toBe('refused');
    expect(await write(cleo, ...found('one'))).toBe('allowed');
    const since = ago(60_000);
    await world.add({ 'users/cleo/pace/createGroup': { since, count: 5, id: autoId('five') } });
    expect(await write(cleo, ...found('six', { since, count: 5 }))).toBe('refused');
    expect(await write(cleo, ...found('six'))).toBe('refused');
    expect(await write({ uid: 'mo' }, ['delete', `chats/${autoId('one')}`])).toBe('allowed');
  });

  it('nobody sends faster by another chat, by rejoining, by a batch, or by setting the clock back', async () => {
    const [one, pace] = sending('evening', 'ben', { id: autoId('one') });
    const [two, paceOfTwo] = sending('inner', 'ben', { id: autoId('two') });
    expect(await write(ben, one, two, pace)).toBe('refused');
    expect(await write(ben, one, pace, two, paceOfTwo)).toBe('refused');
    expect(await write(ben, one, pace)).toBe('allowed');
    await world.add({
      'users/ben/pace/message': { at: future, chatId: 'evening', messageId: autoId('one') },
    });
    expect(await write(ben, two, paceOfTwo)).toBe('refused');
    expect(await write(ben, ['delete', 'users/ben/pace/message'])).toBe('refused');
    expect(await write(ben, ['update', 'users/ben/pace/message', { at: past }])).toBe('refused');
    await world.add({ 'users/ben/pace/message': { at: past, chatId: 'evening', messageId: autoId('one') } });
    expect(await write(ben, two, paceOfTwo)).toBe('allowed');
  });

  it('nobody edits sixty times in a breath', async () => {
    const edit = (text: string) => ['update', 'chats/evening/messages/m1', messageEdit(text, now)] as const;
    expect(await write(ada, edit('without a count'))).toBe('refused');
    const since = ago(1_000);
    await world.add({ 'users/ada/pace/edit': { since, count: 10, id: 'm1' } });
    expect(await write(ada, edit('eleventh'))).toBe('refused');
    expect(await write(ada, edit('eleventh'), counting('ada', 'edit', 'm1', { since, count: 10 }))).toBe(
      'refused',
    );
    await world.add({ 'users/ada/pace/edit': { since, count: 9, id: 'm1' } });
    expect(await write(ada, edit('tenth'), counting('ada', 'edit', 'm1', { since, count: 9 }))).toBe(
      'allowed',
    );
  });

  it('an account without a profile writes nothing', async () => {
    const member = { ...chatJoiner('zoe', past) };
    await world.add({
      'chats/evening/members/zoe': member,
      'communities/harbour/members/zoe': { ...member, listed: false },
    });
    expect(await write({ uid: 'zoe' }, ...sending('evening', 'zoe'))).toBe('refused');
    await world.add({ 'users/zoe': seed['users/ada'] ?? {} });
    expect(await write({ uid: 'zoe' }, ...sending('evening', 'zoe'))).toBe('allowed');
  });

  it('nobody can tell from a refused request or send that they were blocked', async () => {
    const request = [...asking('eve', 'ben'), ...sending('dm_ben_eve', 'eve', { id: autoId('request') })];
    await world.add({ ...settled('eve'), 'users/ben/blocks/eve': { since: past } });
    const blocked = await write(eve, ...request);
    await world.begin({ ...seed, ...settled('eve') });
    expect(await write(eve, ...request)).toBe(blocked);
    expect(blocked).toBe('allowed');
  });

  it('a request that waits, was declined, or met a block looks the same to the one who asked', async () => {
    const look = async () => [
      await read(ada, 'chats/dm_ada_cleo'),
      await read(ada, 'chats/dm_ada_cleo/members/cleo'),
      await list(ada, chatMembersQuery('dm_ada_cleo')),
      await list(ada, chatMessagesQuery('dm_ada_cleo')),
      await list(ada, typingQuery('dm_ada_cleo', past)),
      await write(ada, ...sending('dm_ada_cleo', 'ada', { id: autoId('another') })),
      await write(ada, ['update', 'chats/dm_ada_cleo', { state: 'open' }]),
      await read(ada, 'users/cleo'),
      await read(ada, 'people/cleo'),
    ];
    const waiting = await look();
    await world.add({ 'chats/dm_ada_cleo': { ...seed['chats/dm_ada_cleo'], state: 'declined' } });
    expect(await look()).toEqual(waiting);
    await world.begin({ ...seed, 'users/cleo/blocks/ada': { since: past } });
    expect(await look()).toEqual(waiting);
  });

  it('a blocked person reads no read position, uploads nothing and types nothing where the two talked', async () => {
    const ticket: readonly Write[] = [
      ['set', `users/ben/uploads/${autoId('file')}`, newUploadTicket('chats/dm_ada_ben', now)],
      counting('ben', 'image', autoId('file')),
    ];
    const soon = { until: Timestamp.fromMillis(Date.now() + 5_000) };
    expect(await write(ben, ['set', 'chats/dm_ada_ben/typing/ben', soon])).toBe('allowed');
    const block = ['set', 'users/ada/blocks/ben', { since: now }] as const;
    expect(await write(ada, block)).toBe('refused');
    expect(await write(ada, block, ['update', 'chats/dm_ada_ben', { endedAt: now }])).toBe('allowed');
    expect(await read(ben, 'chats/dm_ada_ben/members/ada')).toBe('refused');
    expect(await read(ben, 'chats/dm_ada_ben')).toBe('refused');
    expect(await write(ben, ...ticket)).toBe('refused');
    expect(await write(ben, ['set', 'chats/dm_ada_ben/typing/ben', soon])).toBe('refused');
    expect(await write(ben, ...sending('dm_ada_ben', 'ben'))).toBe('refused');
    await world.begin(seed);
    expect(await write(ben, ...ticket)).toBe('allowed');
  });

  it('a match keeps the uid, the handle and the profile of each from the other', async () => {
    for (const path of [
      'chats/pair/private/pair',
      'chats/pair/members/gil',
      'users/gil',
      'people/gil',
      'handles/gil_h',
    ]) {
      expect(await read(gus, path), path).toBe('refused');
    }
    expect(await list(gus, chatMembersQuery('pair'))).toBe('refused');
    expect(await read(gus, 'chats/pair')).toBe('allowed');
    expect(JSON.stringify(seed['chats/pair'])).not.toContain('gil"');
    expect(await write(gus, ...sending('pair', 'gus', { alias: 'gus' }))).toBe('refused');
    expect(await write(gus, ['update', 'chats/pair/messages/p1', { 'reactions.gus': 'like' }])).toBe(
      'refused',
    );
    expect(await write(gus, ...sending('pair', 'gus', { alias: 'heron3' }))).toBe('allowed');
  });

  it('an expired match takes no message, no picture and no reading', async () => {
    const ticket: readonly Write[] = [
      ['set', `users/gus/uploads/${autoId('file')}`, newUploadTicket('chats/pair', now)],
      counting('gus', 'image', autoId('file')),
    ];
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    expect(await write(gus, ...ticket)).toBe('refused');
    expect(await list(gus, chatMessagesQuery('pair'))).toBe('refused');
    expect(await read(gus, 'chats/pair/private/last')).toBe('refused');
    await world.add({ 'chats/pair': seed['chats/pair'] ?? {} });
    expect(await write(gus, ...ticket)).toBe('allowed');
  });

  it('somebody removed from a chat does not come back by themselves', async () => {
    const ban: readonly Write[] = [
      ['delete', 'chats/evening/members/ben'],
      ['set', 'chats/evening/bans/ben', newChatBan('ada', now)],
    ];
    expect(await write(ada, ban[0] as Write)).toBe('refused');
    expect(await write(ada, ...ban)).toBe('allowed');
    const back: readonly Write[] = [
      ['set', 'chats/evening/members/ben', chatJoiner('ben', now)],
      counting('ben', 'joinGroup', 'evening'),
    ];
    expect(await write(ben, ...back)).toBe('refused');
    expect(await write(ben, back[0] as Write)).toBe('refused');
    expect(await write(ben, ['delete', 'chats/evening/bans/ben'])).toBe('refused');
    expect(await write(ada, ['delete', 'chats/evening/bans/ben'])).toBe('allowed');
    expect(await write(ben, ...back)).toBe('allowed');
  });

  it('nobody shows a read position who gives no read receipts', async () => {
    expect(await write(ada, ['update', 'chats/evening/members/ada', { readAt: now }])).toBe('refused');
    await world.add({
      'users/ada/private/settings': { ...seed['users/ada/private/settings'], readReceipts: true },
    });
    expect(await write(ada, ['update', 'chats/evening/members/ada', { readAt: now }])).toBe('allowed');
  });

  it('nobody types into the future or says anything by an id', async () => {
    const types = (ms: number) =>
      write(ada, ['set', 'chats/evening/typing/ada', { until: Timestamp.fromMillis(Date.now() + ms) }]);
    expect(await types(3_600_000)).toBe('refused');
    expect(await types(60_000)).toBe('refused');
    for (const id of ['suicide', 'eating-disorder-utrecht', 'x'.repeat(128)]) {
      expect(await write(ada, ...sending('evening', 'ada', { id })), id).toBe('refused');
    }
    expect(await types(5_000)).toBe('allowed');
  });

  it('nobody types for another, where they do not belong, or says anything by a typing mark', async () => {
    const soon = { until: Timestamp.fromMillis(Date.now() + 5_000) };
    const evening = 'chats/evening/typing/ada';
    expect(await write(ben, ['set', evening, soon])).toBe('refused');
    expect(await write(cleo, ['set', 'chats/evening/typing/cleo', soon])).toBe('refused');
    expect(await write(cleo, ['delete', evening])).toBe('refused');
    expect(await write(gus, ['set', 'chats/evening/typing/gus', soon])).toBe('refused');
    expect(await write(ada, ['set', 'chats/evening/typing/suicide', soon])).toBe('refused');
    expect(await write(ada, ['set', 'chats/nowhere/typing/ada', soon])).toBe('refused');
    for (const mark of [
      {},
      { until: 'soon' },
      { until: Date.now() + 5_000 },
      { until: null },
      { until: { seconds: 1 } },
      { ...soon, text: 'Hello' },
    ]) {
      expect(await write(ada, ['set', evening, mark]), Object.entries(mark).join()).toBe('refused');
    }
    expect(await list(cleo, typingQuery('evening', past))).toBe('refused');
    expect(await list(ben, { ...typingQuery('evening', past), limit: 21 })).toBe('refused');
    expect(await list(ben, typingQuery('evening', past))).toBe('allowed');
    expect(await write(ada, ['set', evening, soon])).toBe('allowed');
    // A block binds whoever wrote it as well.
    const direct = ['set', 'chats/dm_ada_ben/typing/ada', soon] as const;
    expect(await write(ada, direct)).toBe('allowed');
    await world.add({ 'users/ada/blocks/ben': { since: past } });
    expect(await write(ada, direct)).toBe('refused');
  });

  it('nobody mentions more than ten, or anything that is not an id', async () => {
    const mentioning = (mentions: unknown) => sending('evening', 'ada', { message: { mentions } });
    for (const mentions of [
      Array.from({ length: 11 }, (_, index) => `u${index}`),
      Array.from({ length: 11 }, () => 'ben'),
      [''],
      ['ben cleo'],
      ['users/ben'],
      ['x'.repeat(129)],
      ['ben', null],
      ['ben', 7],
      [{ uid: 'ben' }],
      'ben',
      { 0: 'ben' },
      null,
    ]) {
      expect(await write(ada, ...mentioning(mentions)), JSON.stringify(mentions)).toBe('refused');
    }
    expect(await write(ada, ...mentioning(['ben', 'ben', 'x'.repeat(128)]))).toBe('allowed');
  });

  it('nobody who may not write says anything by a name, an edit, a reaction or a picture', async () => {
    const acts: readonly (readonly Write[])[] = [
      sending('evening', 'ada'),
      [['update', 'chats/evening/messages/m1', messageEdit('x', now)], counting('ada', 'edit', 'm1')],
      [['update', 'chats/evening/messages/m2', { 'reactions.ada': 'angry' }]],
      [['update', 'chats/evening', { name: 'Late group' }]],
      [['update', 'users/ada', { displayName: 'Ada B.', updatedAt: now }]],
      [['update', 'users/ada', { bio: 'Hello', updatedAt: now }]],
      [['update', 'communities/harbour/members/ada', { shows: { bio: 'Hello' } }]],
      [
        ['set', `users/ada/uploads/${autoId('file')}`, newUploadTicket('users/ada', now)],
        counting('ada', 'image', autoId('file')),
      ],
    ];
    for (const act of acts) {
      await world.begin({ ...seed, 'sanctions/ada': sanction({ denied: ['write'] }) });
      expect(await write(ada, ...act), JSON.stringify(act)).toBe('refused');
      await world.begin(seed);
      expect(await write(ada, ...act), JSON.stringify(act)).toBe('allowed');
    }
  });
});
