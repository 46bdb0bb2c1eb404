import { sentMark } from '@sameboat/model/chat-member';
import { now } from '@sameboat/model/fixtures/fixture-time';
import {
  messageEdit,
  messageTombstone,
  newImageMessage,
  newTextMessage,
  reactions,
} from '@sameboat/model/message';
import { deleteField, doc, type Firestore, getDoc, Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { future, message, past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

function sending(chatId: string, senderId: string, id = 'new', text = 'Hello') {
  return [
    ['set', `chats/${chatId}/messages/${id}`, newTextMessage({ senderId, text }, now)],
    ['update', `chats/${chatId}/members/${senderId}`, sentMark(now)],
  ] as const;
}

function send(database: Firestore, chatId: string, senderId: string, id?: string) {
  return commit(database, ...sending(chatId, senderId, id));
}

describe('sending a message', () => {
  it.each(['evening', 'inner', 'home', 'dm_ada_ben'])('is allowed to a member of %s', async (chatId) => {
    await allows(send(world.as('ada'), chatId, 'ada'));
  });

  it('is allowed to the guests of a match', async () => {
    await allows(send(world.guest('gus'), 'pair', 'gus'));
  });

  it('is refused to who is not in the chat, whatever they write beside it', async () => {
    await refuses(send(world.as('cleo'), 'evening', 'cleo'));
    await refuses(send(world.as('eve'), 'evening', 'eve'));
    await refuses(send(world.as('cleo'), 'dm_ada_ben', 'cleo'));
    await refuses(send(world.guest('gwen'), 'pair', 'gwen'));
    await refuses(
      commit(
        world.as('eve'),
        ['set', 'chats/evening/messages/new', newTextMessage({ senderId: 'eve', text: 'x' }, now)],
        ['set', 'chats/evening/members/eve', { uid: 'eve', role: 'member', ...sentMark(now) }],
      ),
    );
  });

  it("is refused under another's name", async () => {
    await refuses(send(world.as('ada'), 'evening', 'ben'));
    await refuses(
      commit(
        world.as('ada'),
        ['set', 'chats/evening/messages/new', newTextMessage({ senderId: 'ben', text: 'x' }, now)],
        ['update', 'chats/evening/members/ada', sentMark(now)],
      ),
    );
  });

  it('is refused with a time of its own', async () => {
    for (const time of [past, future]) {
      await refuses(
        commit(
          world.as('ada'),
          ['set', 'chats/evening/messages/new', newTextMessage({ senderId: 'ada', text: 'x' }, time)],
          ['update', 'chats/evening/members/ada', sentMark(now)],
        ),
      );
    }
  });

  it("takes the sender's own lastSentAt and readAt in the same batch, and nothing beside them", async () => {
    const [write] = sending('evening', 'ada');
    const member = 'chats/evening/members/ada';
    const mark = { lastSentAt: now, readAt: now };
    await refuses(commit(world.as('ada'), write, ['update', member, { ...mark, colour: 'red' }]));
    await allows(commit(world.as('ada'), write, ['update', member, mark]));
  });

  it("is refused without the mark, with an old mark, and with somebody else's", async () => {
    const [write] = sending('evening', 'ada');
    await refuses(commit(world.as('ada'), write));
    for (const mark of [{ readAt: now }, { ...sentMark(now), lastSentAt: past }]) {
      await refuses(commit(world.as('ada'), write, ['update', 'chats/evening/members/ada', mark]));
    }
    await refuses(commit(world.as('ada'), write, ['update', 'chats/evening/members/ben', sentMark(now)]));
  });

  it('is refused within half a second of the one before', async () => {
    await allows(send(world.as('ada'), 'evening', 'ada', 'one'));
    await refuses(send(world.as('ada'), 'evening', 'ada', 'two'));
  });

  it('is allowed again after half a second', async () => {
    const before = Timestamp.fromMillis(Date.now() - 500);
    await world.add({
      'chats/evening/members/ada': { ...seed['chats/evening/members/ada'], ...sentMark(before) },
    });
    await allows(send(world.as('ada'), 'evening', 'ada', 'two'));
  });

  it('passes with others in its batch, of which a function leaves one, and then not for half a second', async () => {
    const [one, mark] = sending('evening', 'ada', 'one');
    const [two] = sending('evening', 'ada', 'two');
    await allows(commit(world.as('ada'), one, two, mark));
    await refuses(send(world.as('ada'), 'evening', 'ada', 'three'));
  });

  it('is refused under an id that is not plain', async () => {
    await refuses(send(world.as('ada'), 'evening', 'ada', 'n.w'));
  });

  it('is kept waiting by a mark that was set without a message too', async () => {
    await allows(commit(world.as('ada'), ['update', 'chats/evening/members/ada', sentMark(now)]));
    await refuses(send(world.as('ada'), 'evening', 'ada'));
  });

  it('does not write over a message that is there', async () => {
    await refuses(send(world.as('ada'), 'evening', 'ada', 'm1'));
    await refuses(send(world.as('ada'), 'evening', 'ada', 'm2'));
  });

  it('does not send the mark back to be quick again', async () => {
    await send(world.as('ada'), 'evening', 'ada', 'one');
    const member = 'chats/evening/members/ada';
    for (const change of [{ lastSentAt: null }, { lastSentAt: past }, { lastSentAt: deleteField() }]) {
      await refuses(commit(world.as('ada'), ['update', member, change]));
    }
  });

  it('is refused to the banned and to who lost that permission', async () => {
    await world.add({ 'sanctions/ada': sanction({ banned: true }) });
    await refuses(send(world.as('ada'), 'evening', 'ada'));
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(send(world.as('ada'), 'evening', 'ada'));
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'], until: past }) });
    await allows(send(world.as('ada'), 'evening', 'ada'));
  });

  it('is refused to who has left the community but is still in its chat', async () => {
    await commit(world.as('ada'), ['delete', 'communities/harbour/members/ada']);
    await refuses(send(world.as('ada'), 'evening', 'ada'));
  });

  it('is refused in what has ended or expired', async () => {
    await world.add({ 'chats/pair': { ...seed['chats/pair'], endedAt: past } });
    await refuses(send(world.guest('gus'), 'pair', 'gus'));
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    await refuses(send(world.guest('gus'), 'pair', 'gus'));
  });

  it.each([
    ['users/ada/blocks/ben', 'dm_ada_ben'],
    ['users/ben/blocks/ada', 'dm_ada_ben'],
  ])('is refused both ways once %s is there', async (block, chatId) => {
    await world.add({ [block]: { since: past } });
    await refuses(send(world.as('ada'), chatId, 'ada'));
    await refuses(send(world.as('ben'), chatId, 'ben'));
  });

  it('is refused in a match when one has blocked the other', async () => {
    await world.add({ 'users/gil/blocks/gus': { since: past } });
    await refuses(send(world.guest('gus'), 'pair', 'gus'));
  });
});

describe('a request', () => {
  const old = Timestamp.fromMillis(Date.now() - 60_000);

  it('is one message until it is accepted', async () => {
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', 'one'));
    await world.add({
      'chats/dm_ada_cleo/members/ada': { ...seed['chats/dm_ada_cleo/members/ada'], ...sentMark(old) },
    });
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada', 'two'));
    await allows(commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]));
    await allows(send(world.as('ada'), 'dm_ada_cleo', 'ada', 'two'));
  });

  it('is no picture', async () => {
    const image = { path: 'chats/dm_ada_cleo/images/ada/f1', width: 1, height: 1, alt: '' };
    const picture = newImageMessage({ senderId: 'ada', text: '', image }, now);
    const writes = [
      ['set', 'chats/dm_ada_cleo/messages/one', picture],
      ['update', 'chats/dm_ada_cleo/members/ada', sentMark(now)],
    ] as const;
    await refuses(commit(world.as('ada'), ...writes));
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'open' }]);
    await allows(commit(world.as('ada'), ...writes));
  });

  it('is answered only once accepted, and is not rewritten while it waits', async () => {
    await refuses(send(world.as('cleo'), 'dm_ada_cleo', 'cleo'));
    await world.add({ 'chats/dm_ada_cleo/messages/one': message('ada') });
    await refuses(
      commit(world.as('ada'), ['update', 'chats/dm_ada_cleo/messages/one', messageEdit('More', now)]),
    );
  });

  it('that was declined takes nothing more', async () => {
    await commit(world.as('cleo'), ['update', 'chats/dm_ada_cleo', { state: 'declined' }]);
    await refuses(send(world.as('ada'), 'dm_ada_cleo', 'ada'));
  });
});

describe('reading messages', () => {
  it('is for those in the chat', async () => {
    await allows(getDoc(doc(world.as('ben'), 'chats/evening/messages/m1')));
    await refuses(getDoc(doc(world.as('cleo'), 'chats/evening/messages/m1')));
    await refuses(getDoc(doc(world.as('sam', { role: 'admin' }), 'chats/evening/messages/m1')));
    await allows(getDoc(doc(world.guest('gus'), 'chats/pair/messages/p1')));
    await refuses(getDoc(doc(world.guest('gwen'), 'chats/pair/messages/p1')));
  });

  it('ends with the membership, and with the time of a match', async () => {
    await commit(world.as('ben'), ['delete', 'chats/evening/members/ben']);
    await refuses(getDoc(doc(world.as('ben'), 'chats/evening/messages/m1')));
    await world.add({ 'chats/pair': { ...seed['chats/pair'], expiresAt: past } });
    await refuses(getDoc(doc(world.guest('gus'), 'chats/pair/messages/p1')));
  });
});

describe('a message that was sent', () => {
  const m1 = 'chats/evening/messages/m1';
  const update = (database: Firestore, data: object, path = m1) => commit(database, ['update', path, data]);

  it('is reworded by its author only, and says when', async () => {
    await allows(update(world.as('ada'), messageEdit('Better', now)));
    await refuses(update(world.as('ben'), messageEdit('Worse', now)));
    await refuses(update(world.as('mo'), messageEdit('Worse', now)));
    await refuses(update(world.as('ada'), { text: 'Silent' }));
    await refuses(update(world.as('ada'), messageEdit('Old', past)));
  });

  it('is not emptied, overfilled or turned into something else by an edit', async () => {
    for (const change of [
      { text: '' },
      { text: 't'.repeat(4_001) },
      { text: 3 },
      { text: 'x', senderId: 'ben' },
      { text: 'x', createdAt: now },
      { text: 'x', kind: 'system' },
      { text: 'x', reactions: { ben: 'heart' } },
      { text: 'x', mentions: Array.from({ length: 11 }, (_, index) => `u${index}`) },
      { text: 'x', 'image.path': 'chats/evening/images/ada/f1' },
      { text: 'x', verified: true },
    ]) {
      await refuses(update(world.as('ada'), { ...change, editedAt: now }));
    }
  });

  it('is deleted by its author, whole, and stays deleted', async () => {
    await refuses(update(world.as('ben'), messageTombstone(now)));
    await refuses(update(world.as('ada'), { deletedAt: now }));
    await refuses(update(world.as('ada'), messageTombstone(past)));
    await world.add({
      [m1]: {
        ...message('ada'),
        image: { path: 'chats/evening/images/ada/f1', width: 1, height: 1, alt: '' },
        mentions: ['ben'],
        contentNote: 'about loss',
        reactions: { ben: 'heart' },
      },
    });
    for (const kept of ['text', 'image', 'mentions', 'contentNote', 'reactions'] as const) {
      const { [kept]: _left, ...rest } = messageTombstone(now);
      await refuses(update(world.as('ada'), rest));
    }
    await refuses(update(world.as('ada'), { ...messageTombstone(now), senderId: 'ben' }));
    await allows(update(world.as('ada'), messageTombstone(now)));
    await refuses(update(world.as('ada'), { deletedAt: null }));
    await refuses(update(world.as('ada'), messageEdit('Back', now)));
    await refuses(update(world.as('ben'), { 'reactions.ben': 'heart' }));
  });

  it('can be taken back by an author who may no longer write', async () => {
    await world.add({ 'sanctions/ada': sanction({ denied: ['write'] }) });
    await refuses(update(world.as('ada'), messageEdit('More', now)));
    await refuses(update(world.as('ada'), { 'reactions.ada': 'like' }));
    await allows(update(world.as('ada'), messageTombstone(now)));
  });

  it('is not removed without a trace by a client', async () => {
    for (const uid of ['ada', 'ben', 'mo', 'fay']) await refuses(commit(world.as(uid), ['delete', m1]));
  });

  it.each(reactions)('takes the reaction %s of a member, in their own name', async (reaction) => {
    await allows(update(world.as('ben'), { 'reactions.ben': reaction }));
    await refuses(update(world.as('ben'), { 'reactions.ada': reaction }));
    await refuses(update(world.as('cleo'), { 'reactions.cleo': reaction }));
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

  it('in a private chat takes nothing from who was blocked', async () => {
    const d1 = 'chats/dm_ada_ben/messages/d1';
    await allows(update(world.as('ben'), { 'reactions.ben': 'like' }, d1));
    await world.add({ 'users/ada/blocks/ben': { since: past } });
    await refuses(update(world.as('ben'), { 'reactions.ben': 'angry' }, d1));
  });
});
