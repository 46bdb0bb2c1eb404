import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import {
  messageEdit,
  messageTombstone,
  newImageMessage,
  newTextMessage,
  reactions,
} from '@sameboat/model/message';
import { messagePace } from '@sameboat/model/pace';
import { deleteField, doc, type Firestore, getDoc, Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { counting, sending } from './acts.ts';
import { future, message, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const gus = { alias: 'heron3' };
const pace = 'users/ada/pace/message';

function send(database: Firestore, ...args: Parameters<typeof sending>) {
  return commit(database, ...sending(...args));
}

describe('sending a message', () => {
  it.each(['evening', 'inner', 'home', 'dm_ada_ben'])('is allowed to a member of %s', async (chatId) => {
    await allows(send(world.as('ada'), chatId, 'ada'));
  });

  it('is allowed to a guest of a match under their alias, not under their uid or the other alias', async () => {
    await refuses(send(world.guest('gus'), 'pair', 'gus'));
    await refuses(send(world.guest('gus'), 'pair', 'gus', { alias: 'otter7' }));
    await allows(send(world.guest('gus'), 'pair', 'gus', gus));
  });

  it('is refused to anybody who is not in the chat', async () => {
    await refuses(send(world.as('cleo'), 'evening', 'cleo'));
    await refuses(send(world.as('eve'), 'evening', 'eve'));
    await refuses(send(world.as('cleo'), 'dm_ada_ben', 'cleo'));
    await refuses(send(world.guest('gwen'), 'pair', 'gwen', gus));
  });

  it('is refused to a member without a profile', async () => {
    await world.add({
      'chats/evening/members/zoe': { uid: 'zoe', role: 'member', joinedAt: past, readAt: null },
      'communities/harbour/members/zoe': {
        uid: 'zoe',
        role: 'member',
        joinedAt: past,
        listed: false,
        shows: {},
      },
    });
    await refuses(send(world.as('zoe'), 'evening', 'zoe'));
    await world.add({ 'users/zoe': { ...seed['users/ada'], handle: 'zoe_h' } });
    await allows(send(world.as('zoe'), 'evening', 'zoe'));
  });

  it("is refused under another's name", async () => {
    await refuses(send(world.as('ada'), 'evening', 'ada', { alias: 'ben' }));
    await allows(send(world.as('ada'), 'evening', 'ada'));
  });

  it('is refused with a time of its own', async () => {
    for (const time of [past, future]) {
      await refuses(send(world.as('ada'), 'evening', 'ada', { message: { createdAt: time } }));
    }
  });

  it('is refused without its pace, and with the pace of another chat, message, time or person', async () => {
    const [write, rightPace] = sending('evening', 'ada');
    const id = autoId('new');
    await refuses(commit(world.as('ada'), write));
    for (const wrong of [
      messagePace('inner', id, now),
      messagePace('evening', autoId('other'), now),
      messagePace('evening', id, past),
    ]) {
      await refuses(commit(world.as('ada'), write, ['set', pace, wrong]));
    }
    await refuses(
      commit(world.as('ada'), write, ['set', 'users/ben/pace/message', messagePace('evening', id, now)]),
    );
    await allows(commit(world.as('ada'), write, rightPace));
  });

  it('is refused within half a second of the one before, in whatever chat', async () => {
    await allows(send(world.as('ada'), 'evening', 'ada', { id: autoId('one') }));
    await refuses(send(world.as('ada'), 'evening', 'ada', { id: autoId('two') }));
    await refuses(send(world.as('ada'), 'inner', 'ada', { id: autoId('two') }));
  });

  it('is allowed again after half a second', async () => {
    const before = Timestamp.fromMillis(Date.now() - 500);
    await world.add({ [pace]: messagePace('evening', autoId('one'), before) });
    await allows(send(world.as('ada'), 'evening', 'ada', { id: autoId('two') }));
  });

  it('is not quicker after leaving the chat and joining it again', async () => {
    await send(world.as('ben'), 'evening', 'ben', { id: autoId('one') });
    const join = [
      'set',
      'chats/evening/members/ben',
      { uid: 'ben', role: 'member', joinedAt: now, readAt: null },
    ] as const;
    await commit(world.as('ben'), ['delete', 'chats/evening/members/ben']);
    await commit(world.as('ben'), join, counting('ben', 'joinGroup', 'evening'));
    await refuses(send(world.as('ben'), 'evening', 'ben', { id: autoId('two') }));
  });

  it('is one message a batch', async () => {
    const [one, mark] = sending('evening', 'ada', { id: autoId('one') });
    const [two] = sending('evening', 'ada', { id: autoId('two') });
    await refuses(commit(world.as('ada'), one, two, mark));
    await allows(commit(world.as('ada'), one, mark));
  });

  it('is refused under an id that is not an automatic one', async () => {
    for (const id of ['n.w', 'grief', 'self-harm-in-rotterdam', `${autoId('new')}0`]) {
      await refuses(send(world.as('ada'), 'evening', 'ada', { id }));
    }
  });

  it('does not write over a message that is there', async () => {
    await world.add({ [`chats/evening/messages/${autoId('mine')}`]: message('ada') });
    await refuses(send(world.as('ada'), 'evening', 'ada', { id: autoId('mine') }));
  });

  it('keeps its pace: nobody sets it back, empties or deletes it', async () => {
    await send(world.as('ada'), 'evening', 'ada');
    await refuses(commit(world.as('ada'), ['update', pace, { at: past }]));
    await refuses(commit(world.as('ada'), ['update', pace, { at: deleteField() }]));
    await refuses(commit(world.as('ada'), ['delete', pace]));
  });

  it('is refused to people who are banned or may not write', async () => {
    await world.add({ 'sanctions/ada': sanction({ banned: true }) });
    await refuses(send(world.as('ada'), 'evening', 'ada'));
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(send(world.as('ada'), 'evening', 'ada'));
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'], until: past }) });
    await allows(send(world.as('ada'), 'evening', 'ada'));
  });

  it('is refused to people who have left the community but are still in its chat', async () => {
    await commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']);
    await refuses(send(world.as('ada'), 'evening', 'ada'));
  });

  it('is refused in what has ended or expired', async () => {
    const pair = seed['chats/pair'];
    await world.add({ 'chats/pair': { ...pair, endedAt: past } });
    await refuses(send(world.guest('gus'), 'pair', 'gus', gus));
    await world.add({ 'chats/pair': { ...pair, expiresAt: past } });
    await refuses(send(world.guest('gus'), 'pair', 'gus', gus));
    await world.add({ 'chats/dm_ada_ben': { ...seed['chats/dm_ada_ben'], endedAt: past } });
    await refuses(send(world.as('ada'), 'dm_ada_ben', 'ada'));
  });

  it.each(['users/ada/blocks/ben', 'users/ben/blocks/ada'])(
    'is refused both ways once %s is there',
    async (block) => {
      await world.add({ [block]: { since: past } });
      await refuses(send(world.as('ada'), 'dm_ada_ben', 'ada'));
      await refuses(send(world.as('ben'), 'dm_ada_ben', 'ben'));
    },
  );

  it('takes a picture from its own folder in this chat', async () => {
    const picture = (path: string) => {
      const image = { path, width: 1, height: 1, alt: '' };
      const sent = newImageMessage({ senderId: 'ada', text: '', images: [image] }, now);
      return send(world.as('ada'), 'evening', 'ada', { message: sent });
    };
    await refuses(picture(`chats/evening/images/ben/${autoId('f')}`));
    await refuses(picture(`chats/inner/images/ada/${autoId('f')}`));
    await allows(picture(`chats/evening/images/ada/${autoId('f')}`));
  });
});

describe('a request', () => {
  const id = autoId('request');

  it('is the one message that it names, until it is accepted', async () => {
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id: autoId('two') }));
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id }));
    await world.add({ [pace]: messagePace('dm_ada_cleo', id, past) });
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id: autoId('two') }));
    await allows(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]));
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id: autoId('two') }));
  });

  it('is a text and no picture', async () => {
    const images = [{ path: `chats/dm_ada_cleo/images/ada/${autoId('f')}`, width: 1, height: 1, alt: '' }];
    const picture = newImageMessage({ senderId: 'ada', text: '', images }, now);
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id, message: picture }));
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]);
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id, message: picture }));
  });

  it('is answered only once accepted, and is not reworded while it waits', async () => {
    await refuses(send(world.as('cleo'), 'dm_ada_cleo', 'cleo'));
    await world.add({ [`chats/dm_ada_cleo/messages/${id}`]: message('ada') });
    const edit = [
      ['update', `chats/dm_ada_cleo/messages/${id}`, messageEdit('More', now)],
      counting('ada', 'edit', id),
    ] as const;
    await refuses(commit(world.as('ada'), ...edit));
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]);
    await allows(commit(world.as('ada'), ...edit));
  });

  it('is written to somebody who has blocked its writer or declined as to anybody else', async () => {
    await world.add({ 'users/cleo/blocks/ada': { since: past } });
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id }));
  });

  it('that was declined takes no second message, as one that waits', async () => {
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'declined' }]);
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada', { id: autoId('two') }));
  });
});

describe('reading messages', () => {
  it('is for people in the chat', async () => {
    await allows(getDoc(doc(world.as('ben'), 'chats/evening/messages/m1')));
    await refuses(getDoc(doc(world.as('cleo'), 'chats/evening/messages/m1')));
    await refuses(getDoc(doc(world.as('sam', { role: 'admin' }), 'chats/evening/messages/m1')));
    await allows(getDoc(doc(world.guest('gus'), 'chats/pair/messages/p1')));
    await refuses(getDoc(doc(world.guest('gwen'), 'chats/pair/messages/p1')));
  });

  it('ends with the membership, with the time of a match, and with a private chat', async () => {
    await commit(world.as('ben'), ['delete', 'chats/evening/members/ben']);
    await refuses(getDoc(doc(world.as('ben'), 'chats/evening/messages/m1')));
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    await refuses(getDoc(doc(world.guest('gus'), 'chats/pair/messages/p1')));
    await world.add({ 'chats/dm_ada_ben': { ...seed['chats/dm_ada_ben'], endedAt: past } });
    await refuses(getDoc(doc(world.as('ben'), 'chats/dm_ada_ben/messages/d1')));
  });

  it('takes in the newest one, for the same people', async () => {
    await allows(getDoc(doc(world.as('ben'), 'chats/evening/private/last')));
    await refuses(getDoc(doc(world.as('cleo'), 'chats/evening/private/last')));
    await refuses(getDoc(doc(world.as('mo'), 'chats/inner/private/last')));
    await refuses(commit(world.as('ben'), ['update', 'chats/evening/private/last', { text: 'x' }]));
  });
});

describe('a message that was sent', () => {
  const m1 = 'chats/evening/messages/m1';
  const update = (database: Firestore, data: object, path = m1) => commit(database, ['update', path, data]);
  const edit = (uid: string, data: object = messageEdit('Better', now)) =>
    commit(world.as(uid), ['update', m1, data], counting(uid, 'edit', 'm1'));

  it('is reworded by its author only, and says when', async () => {
    await refuses(edit('ben'));
    await refuses(edit('mo'));
    await refuses(edit('ada', { text: 'Silent' }));
    await refuses(edit('ada', messageEdit('Old', past)));
    await allows(edit('ada'));
  });

  it('is reworded at a pace: each edit has its own count, and ten go into a minute', async () => {
    await refuses(update(world.as('ada'), messageEdit('Better', now)));
    await refuses(
      commit(world.as('ada'), ['update', m1, messageEdit('Better', now)], counting('ada', 'edit', 'm2')),
    );
    await allows(edit('ada'));
    await refuses(update(world.as('ada'), messageEdit('Once more on the same count', now)));
    const since = Timestamp.fromMillis(Date.now() - 1_000);
    await world.add({ 'users/ada/pace/edit': { since, count: 9, id: 'm2' } });
    const next = (count: number) =>
      commit(
        world.as('ada'),
        ['update', m1, messageEdit(`Edit ${count}`, now)],
        counting('ada', 'edit', 'm1', { since, count }),
      );
    await allows(next(9));
    await refuses(next(10));
  });

  it('is not reworded by somebody who was removed from the chat', async () => {
    await commit(world.as('ada'), ['delete', 'chats/evening/members/ada']);
    await refuses(edit('ada'));
  });

  it('is not emptied, overfilled or turned into something else by an edit', async () => {
    for (const change of [
      { text: '' },
      { text: '\u200b\u2060' },
      { text: 't'.repeat(4_001) },
      { text: 3 },
      { text: 'x', senderId: 'ben' },
      { text: 'x', createdAt: now },
      { text: 'x', kind: 'system' },
      { text: 'x', reactions: { ben: 'heart' } },
      { text: 'x', mentions: Array.from({ length: 11 }, (_, index) => `u${index}`) },
      {
        text: 'x',
        images: [{ path: `chats/evening/images/ada/${autoId('f1')}`, width: 1, height: 1, alt: '' }],
      },
      { text: 'x', verified: true },
    ]) {
      await refuses(edit('ada', { ...change, editedAt: now }));
    }
    await allows(edit('ada', { text: 'x', editedAt: now }));
  });

  it('is deleted by its author, whole, and stays deleted', async () => {
    await refuses(update(world.as('ben'), messageTombstone(now)));
    await refuses(update(world.as('ada'), { deletedAt: now }));
    await refuses(update(world.as('ada'), messageTombstone(past)));
    await world.add({
      [m1]: {
        ...message('ada'),
        images: [{ path: `chats/evening/images/ada/${autoId('f1')}`, width: 1, height: 1, alt: '' }],
        mentions: ['ben'],
        contentNote: 'about loss',
        reactions: { ben: 'heart' },
      },
    });
    for (const kept of ['text', 'images', 'mentions', 'contentNote', 'reactions'] as const) {
      const { [kept]: _left, ...rest } = messageTombstone(now);
      await refuses(update(world.as('ada'), rest));
    }
    await refuses(update(world.as('ada'), { ...messageTombstone(now), senderId: 'ben' }));
    await refuses(update(world.as('ada'), { ...messageTombstone(now), removedBy: 'moderator' }));
    await allows(update(world.as('ada'), messageTombstone(now)));
    await refuses(update(world.as('ada'), { deletedAt: null }));
    await refuses(edit('ada', messageEdit('Back', now)));
    await refuses(update(world.as('ben'), { 'reactions.ben': 'heart' }));
  });

  it('can be taken back by an author who may no longer write', async () => {
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(edit('ada'));
    await refuses(update(world.as('ada'), { 'reactions.ada': 'like' }));
    await allows(update(world.as('ada'), messageTombstone(now)));
  });

  it('is not removed by those who run the community, who have a function for it', async () => {
    for (const uid of ['mo', 'fay']) {
      await refuses(update(world.as(uid), messageTombstone(now)));
      await refuses(update(world.as(uid), { ...messageTombstone(now), removedBy: 'moderator' }));
    }
  });

  it('is not removed without a trace by a client', async () => {
    for (const uid of ['ada', 'ben', 'mo', 'fay']) await refuses(commit(world.as(uid), ['delete', m1]));
  });

  it.each(reactions)('takes the reaction %s of a member, in their own name', async (reaction) => {
    await refuses(update(world.as('ben'), { 'reactions.ada': reaction }));
    await refuses(update(world.as('cleo'), { 'reactions.cleo': reaction }));
    await allows(update(world.as('ben'), { 'reactions.ben': reaction }));
    await allows(update(world.as('ben'), { 'reactions.ben': deleteField() }));
  });

  it('takes no other reaction, and nothing beside it', async () => {
    await refuses(update(world.as('ben'), { 'reactions.ben': 'bomb' }));
    await refuses(update(world.as('ben'), { 'reactions.ben': { like: true } }));
    await refuses(update(world.as('ben'), { 'reactions.ben.deep': 'like' }));
    await refuses(update(world.as('ben'), { reactions: 'like' }));
    await refuses(update(world.as('ben'), { 'reactions.ben': 'like', text: 'x' }));
  });

  it("keeps others' reactions", async () => {
    await world.add({ [m1]: { ...message('ada'), reactions: { cleo: 'heart' } } });
    await refuses(update(world.as('ben'), { reactions: { ben: 'like' } }));
    await refuses(update(world.as('ben'), { 'reactions.cleo': deleteField() }));
    await allows(update(world.as('ben'), { 'reactions.ben': 'like' }));
  });

  it('in a match takes a reaction under the alias only', async () => {
    const p1 = 'chats/pair/messages/p1';
    await refuses(update(world.guest('gus'), { 'reactions.gus': 'like' }, p1));
    await refuses(update(world.guest('gus'), { 'reactions.otter7': 'like' }, p1));
    await allows(update(world.guest('gus'), { 'reactions.heron3': 'like' }, p1));
  });

  it('in a private chat takes nothing from somebody who was blocked', async () => {
    const d1 = 'chats/dm_ada_ben/messages/d1';
    await allows(update(world.as('ben'), { 'reactions.ben': 'like' }, d1));
    await world.add({ 'users/ada/blocks/ben': { since: past } });
    await refuses(update(world.as('ben'), { 'reactions.ben': 'angry' }, d1));
    const reword = ['update', d1, messageEdit('Better', now)] as const;
    await world.add({
      'users/ben/blocks/ada': { since: past },
      [d1]: newTextMessage({ senderId: 'ada', text: 'x' }, past),
    });
    await refuses(commit(world.as('ada'), reword, counting('ada', 'edit', 'd1')));
  });
});
