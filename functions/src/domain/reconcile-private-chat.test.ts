import { describe, expect, it } from 'vitest';
import type { ChatFacts } from './chat-store.ts';
import { at, MemoryChat } from './memory-chat-store.fixture.ts';
import { reconcileChat } from './reconcile-chat.ts';
import { countMembers } from './roster.ts';
import { settleOwnRow } from './settle-own-row.ts';

const later = at(1_000_000).toMillis();
/** What becomes of events: `moved` joined or left. */
const look = async (chat: MemoryChat, moved: string[] = [], now = later) => {
  if (chat.chat?.type !== 'direct') {
    for (const uid of moved) await settleOwnRow(chat, 'private', uid, now);
    if (moved.length > 0) await countMembers(chat, 'private', now);
  }
  return reconcileChat(chat, { chatId: 'private', now });
};

/** Ada has asked Ben, in one message. */
function requestOf(change: Partial<ChatFacts> = {}): MemoryChat {
  const chat = new MemoryChat({
    type: 'direct',
    name: '',
    communityId: null,
    participants: ['ada', 'ben'],
    state: 'request',
    requestedBy: 'ada',
    ...change,
  });
  chat.names.set('ben', 'BEN');
  chat.join('ada');
  chat.write('ada', 0, { text: 'Hello Ben' });
  return chat;
}

function change(chat: MemoryChat, fields: Partial<ChatFacts>): void {
  if (chat.chat) chat.chat = { ...chat.chat, ...fields };
}

describe('a request', () => {
  it('has a row for either of the two, unread for the person who was asked', async () => {
    const chat = requestOf();
    await look(chat, ['ada']);
    expect(chat.rows.get('ada')).toMatchObject({
      name: 'BEN',
      otherUid: 'ben',
      request: 'sent',
      unread: 0,
    });
    expect(chat.rows.get('ben')).toMatchObject({
      name: 'ADA',
      otherUid: 'ada',
      request: 'received',
      unread: 1,
      last: { text: 'Hello Ben', senderId: 'ada', senderName: 'ADA' },
    });
  });

  it('without its message is shown to nobody but the person who asks', async () => {
    const chat = requestOf();
    chat.messages = [];
    await look(chat, ['ada']);
    expect([...chat.rows.keys()]).toEqual(['ada']);
  });

  it('between two of whom one has blocked the other is not delivered', async () => {
    const waiting = requestOf();
    await look(waiting, ['ada']);
    const chat = requestOf();
    chat.block('ben', 'ada');
    await look(chat, ['ada']);
    expect([...chat.rows.keys()]).toEqual(['ada']);
    expect(chat.rows.get('ada')).toEqual(waiting.rows.get('ada'));
  });

  it('is taken back from the person who was asked by a block, and shown again without it', async () => {
    const chat = requestOf();
    await look(chat);
    chat.block('ben', 'ada');
    await look(chat);
    expect([...chat.rows.keys()]).toEqual(['ada']);
    chat.blocks.clear();
    await look(chat);
    expect(chat.rows.get('ben')).toMatchObject({ unread: 1 });
  });

  it('that was declined looks to the person who asked as one that waits', async () => {
    const chat = requestOf();
    await look(chat, ['ada']);
    const waiting = chat.rows.get('ada');
    change(chat, { state: 'declined' });
    await look(chat);
    expect([...chat.rows.entries()]).toEqual([['ada', waiting]]);
  });

  it('that was accepted has rows for both, even if it was declined before', async () => {
    const chat = requestOf({ state: 'declined' });
    await look(chat);
    change(chat, { state: 'open' });
    chat.join('ben', at(10));
    await look(chat, ['ben']);
    expect(chat.rows.get('ada')).toMatchObject({ name: 'BEN', request: null, unread: 0 });
    expect(chat.rows.get('ben')).toMatchObject({ name: 'ADA', request: null });
    expect(chat.chat?.memberCount).toBe(2);
  });
});

describe('a direct chat that ended', () => {
  it('has no rows, no members and no last words, whoever ended it', async () => {
    const chat = requestOf({ state: 'open' });
    chat.join('ben');
    await look(chat, ['ada', 'ben']);
    expect([...chat.rows.keys()].sort()).toEqual(['ada', 'ben']);
    change(chat, { endedAt: at(5) });
    await look(chat);
    expect([...chat.rows.keys()]).toEqual([]);
    expect([...chat.members.keys()]).toEqual([]);
    expect(chat.last).toBeNull();
  });

  it('stays so when the event of a message comes late or an event comes twice', async () => {
    const chat = requestOf({ state: 'open' });
    chat.join('ben');
    await look(chat);
    change(chat, { endedAt: at(5) });
    await look(chat);
    chat.write('ben', 4);
    chat.writes.length = 0;
    await look(chat, ['ada', 'ben']);
    await look(chat);
    expect(chat.writes).toEqual([]);
  });

  it('takes the row of a request that was never accepted', async () => {
    const chat = requestOf();
    await look(chat);
    change(chat, { endedAt: at(5) });
    await look(chat);
    expect([...chat.rows.keys()]).toEqual([]);
  });
});

describe('a match', () => {
  const match = () => {
    const chat = new MemoryChat({
      type: 'match',
      name: '',
      communityId: null,
      expiresAt: at(100_000),
      people: { heron: 'Quiet reader', otter: 'Night walker' },
    });
    chat.join('ada', at(0), 'heron');
    chat.join('ben', at(0), 'otter');
    return chat;
  };
  const live = at(50_000).toMillis();

  it('is called by the name of the other in the circle', async () => {
    const chat = match();
    await look(chat, ['ada', 'ben'], live);
    expect(chat.rows.get('ada')).toMatchObject({ name: 'Night walker', otherUid: null });
    expect(chat.rows.get('ben')).toMatchObject({ name: 'Quiet reader', otherUid: null });
  });

  it('knows by the alias who wrote, and keeps the words out of the inbox', async () => {
    const chat = match();
    chat.write('heron', 5, { text: 'Are you up?', mentions: ['otter'] });
    await look(chat, [], live);
    expect(chat.rows.get('ada')).toMatchObject({ unread: 0, last: null });
    expect(chat.rows.get('ben')).toMatchObject({ unread: 1, mentions: 1, last: null });
    expect(chat.last).toMatchObject({ text: 'Are you up?', senderId: 'heron', senderName: 'Quiet reader' });
  });

  it('tells neither the uid nor the name of one person in anything that the other can read', async () => {
    const chat = match();
    chat.chat = { ...(chat.chat as ChatFacts), people: { heron: 'Quiet reader', a1b2: 'Night walker' } };
    chat.join('uid-of-the-partner', at(0), 'a1b2');
    chat.members.delete('ben');
    chat.names.set('uid-of-the-partner', 'Name of the partner');
    chat.write('a1b2', 5, { mentions: ['heron'] });
    chat.write('heron', 6, { mentions: ['a1b2'] });
    await look(chat, ['ada', 'uid-of-the-partner'], live);
    const readable = JSON.stringify([chat.chat, chat.last, chat.rows.get('ada')]);
    expect(readable).toContain('Night walker');
    expect(readable).not.toMatch(/of the partner|of-the-partner/);
  });

  it('counts again once somebody a hundred behind has read', async () => {
    const chat = match();
    for (let millis = 1; millis <= 130; millis++) chat.write('heron', millis);
    await look(chat, [], live);
    expect(chat.rows.get('ben')?.unread).toBe(100);
    chat.read('ben', 130);
    chat.write('heron', 131);
    await look(chat, [], live);
    expect(chat.rows.get('ben')?.unread).toBe(1);
  });

  it('has no rows once it has run out, and a late event brings none back', async () => {
    const chat = match();
    chat.write('heron', 5);
    await look(chat, [], live);
    expect(chat.rows.size).toBe(2);
    await look(chat, [], at(100_000).toMillis());
    expect(chat.rows.size).toBe(0);
    expect(chat.last).toBeNull();
    await look(chat, ['ada'], at(100_001).toMillis());
    expect(chat.rows.size).toBe(0);
  });

  it('that was ended loses rows and members', async () => {
    const chat = match();
    await look(chat, ['ada', 'ben'], live);
    change(chat, { endedAt: at(20) });
    await look(chat, [], live);
    expect([chat.rows.size, chat.members.size]).toEqual([0, 0]);
  });
});
