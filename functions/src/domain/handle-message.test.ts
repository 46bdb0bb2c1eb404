import { describe, expect, it } from 'vitest';
import { handleChatMembership } from './handle-chat-membership.ts';
import { handleMessage } from './handle-message.ts';
import { lookAtOnce } from './look-at-chat.ts';
import { windowMs } from './look-window.ts';
import { at, MemoryChat, type StoredMessage } from './memory-chat-store.fixture.ts';
import { MemoryLookout } from './memory-lookout.fixture.ts';

const many = Array.from({ length: 20 }, (_, index) => `p${index}`);

/** A chat whose members have come long ago. */
async function lookoutOver(uids: readonly string[], change: Partial<MemoryChat['chat']> = {}) {
  const chat = new MemoryChat({ memberCount: uids.length, ...change });
  for (const uid of uids) chat.join(uid, at(-1_000_000));
  const lookout = new MemoryLookout(chat);
  await lookAtOnce(lookout, { chatId: 'evening', committedAt: chat.now() });
  chat.writes.length = 0;
  return { chat, lookout };
}

const created = (message: StoredMessage, chatId = 'evening') => ({
  chatId,
  messageId: message.id,
  committedAt: message.createdAt.toMillis(),
  mentions: message.mentions,
  act: { field: 'createdAt' as const, at: message.createdAt },
});

const unread = (chat: MemoryChat, ...uids: string[]) => uids.map((uid) => chat.rows.get(uid)?.unread);

describe('a message after a quiet spell', () => {
  it('is in every row at once, for a write a row and the last words, and no look is left to be made', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    expect(unread(chat, 'p0', 'p1', 'p19')).toEqual([0, 1, 1]);
    expect(chat.writes.filter((write) => write !== 'chat')).toHaveLength(many.length + 1);
    expect(lookout.waiting).toEqual([]);
  });
});

describe('messages that come close together', () => {
  it('are looked at once at the beginning and once at the end of the window, however many they are', async () => {
    const { chat, lookout } = await lookoutOver(many);
    for (let millis = 0; millis < 30; millis++) {
      await handleMessage(lookout, created(chat.write(`p${millis % 19}`, millis)));
    }
    expect(chat.writes.filter((write) => write === 'update p1')).toHaveLength(1);
    await lookout.workAll();
    expect(chat.writes.filter((write) => write === 'update p1')).toHaveLength(2);
    expect(chat.rows.get('p19')?.last?.text).toBe('words at 29');
  });

  it('leave at most two looks for events that come late and in any order', async () => {
    const { chat, lookout } = await lookoutOver(many);
    const sent = Array.from({ length: 30 }, (_, index) => chat.write('p0', index * 10));
    lookout.millis = 10_000;
    for (const message of [...sent].reverse()) await handleMessage(lookout, created(message));
    expect(lookout.waiting.length).toBeLessThanOrEqual(2);
    await lookout.workAll();
    expect(unread(chat, 'p1')).toEqual([30]);
  });

  it('are seen although the clock that made the look was ahead of Firestore’s', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    await handleMessage(lookout, created(chat.write('p0', 1)));
    // The look believes that its window is over while Firestore's time is still before the last message of it.
    const early = at(1).toMillis();
    let looks = 0;
    chat.now = () => {
      looks += 1;
      if (looks === 1) return early;
      if (looks === 2) chat.write('p0', 2);
      return lookout.clock.now();
    };
    lookout.millis = windowMs * 2;
    await lookout.workAll();
    expect(unread(chat, 'p1')).toEqual([3]);
  });

  it('reach a few people at once all the same, and a large crowd of messages among them does not', async () => {
    const { chat, lookout } = await lookoutOver(['ada', 'ben', 'cy']);
    for (let count = 0; count < 8; count++) {
      await handleMessage(lookout, created(chat.write('ada', count * 100)));
      lookout.millis = count * 100;
    }
    expect([unread(chat, 'ben'), lookout.waiting.length]).toEqual([[8], 0]);
    await handleMessage(lookout, created(chat.write('ada', 801)));
    expect([unread(chat, 'ben'), lookout.waiting.length]).toEqual([[8], 1]);
    await lookout.workAll();
    expect(unread(chat, 'ben')).toEqual([9]);
  });
});

describe('an instance that has asked for a look', () => {
  it('reads and asks nothing for other messages of that window, and still shows their mentions', async () => {
    const { chat, lookout } = await lookoutOver(many);
    lookout.isOneInstance = true;
    await handleMessage(lookout, created(chat.write('p0', 0)));
    await handleMessage(lookout, created(chat.write('p0', 1)));
    let reads = 0;
    const { findChat } = chat;
    chat.findChat = () => {
      reads += 1;
      return findChat.call(chat);
    };
    await handleMessage(lookout, created(chat.write('p0', 2)));
    expect([reads, lookout.refused, unread(chat, 'p1')]).toEqual([0, 0, [1]]);
    await handleMessage(lookout, created(chat.write('p0', 3, { mentions: ['p1'] })));
    expect([lookout.refused, unread(chat, 'p1', 'p2')]).toEqual([0, [4, 1]]);
    await lookout.workAll();
    expect(unread(chat, 'p1', 'p2')).toEqual([4, 4]);
  });
});

describe('a mention', () => {
  it('in the middle of a window is in the row of that person at once, and in no other', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    chat.writes.length = 0;
    await handleMessage(lookout, created(chat.write('p0', 1, { mentions: ['p7', 'nobody'] })));
    expect(chat.writes).toEqual(['update p7']);
    expect(chat.rows.get('p7')).toMatchObject({ unread: 2, mentions: 1, last: { text: 'words at 1' } });
    await lookout.workAll();
    expect(chat.rows.get('p8')).toMatchObject({ unread: 2, mentions: 0 });
  });

  it('does not undo what its owner did to the row meanwhile', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    chat.beforeUpdate = () => chat.read('p7', 1);
    await handleMessage(lookout, created(chat.write('p0', 1, { mentions: ['p7'] })));
    expect(chat.rows.get('p7')).toMatchObject({ unread: 0, mentions: 0 });
  });

  it('gives nobody a row who is not in the chat, and none in a chat that has ended', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    if (chat.chat) chat.chat = { ...chat.chat, endedAt: at(1) };
    chat.writes.length = 0;
    await handleMessage(lookout, created(chat.write('p0', 1, { mentions: ['p7', 'zoe'] })));
    expect(chat.writes).toEqual([]);
  });
});

describe('a private chat', () => {
  it('is looked at for every message', async () => {
    const chat = new MemoryChat({
      type: 'direct',
      participants: ['ada', 'ben'],
      state: 'open',
      communityId: null,
    });
    chat.join('ada');
    chat.join('ben');
    const lookout = new MemoryLookout(chat);
    for (const millis of [1, 2, 3]) {
      await handleMessage(lookout, created(chat.write('ada', millis), 'dm_ada_ben'));
      expect(unread(chat, 'ben')).toEqual([millis]);
    }
    expect(lookout.waiting).toEqual([]);
  });
});

describe('a chat of more than 200', () => {
  it('has one write for a message, and one for all that come close together', async () => {
    const chat = new MemoryChat({ memberCount: 5_000, lastAt: at(-1) });
    const lookout = new MemoryLookout(chat);
    for (let millis = 0; millis < 20; millis++)
      await handleMessage(lookout, created(chat.write('ada', millis)));
    expect(chat.writes).toEqual(['last']);
    await lookout.workAll();
    expect(chat.writes).toEqual(['last', 'last']);
    expect(chat.last?.text).toBe('words at 19');
  });
});

describe('an edit or a deletion', () => {
  const changed = (message: StoredMessage, field: 'editedAt' | 'deletedAt', millis: number) => ({
    ...created(message),
    committedAt: at(millis).toMillis(),
    mentions: [],
    act: { field, at: at(millis) },
  });

  it('shows at once; of many that come together all show at the end of the window', async () => {
    const { chat, lookout } = await lookoutOver(many);
    for (let millis = 0; millis < 5; millis++) chat.write('p0', millis);
    await lookAtOnce(lookout, { chatId: 'evening', committedAt: chat.now() });
    lookout.millis = 9_000;
    chat.messages = chat.messages.map((message) => ({ ...message, text: '', deletedAt: at(9_000) }));
    chat.writes.length = 0;
    for (const message of [...chat.messages].reverse()) {
      await handleMessage(lookout, changed(message, 'deletedAt', 9_000));
    }
    expect(unread(chat, 'p1')).toEqual([0]);
    expect(lookout.waiting).toHaveLength(1);
    await lookout.workAll();
    expect(chat.writes.filter((write) => write === 'update p1')).toHaveLength(1);
  });

  it('without a time of its own is looked at when the window is over', async () => {
    const { chat, lookout } = await lookoutOver(many);
    const message = chat.write('p0', 0, { mentions: ['p1'] });
    await handleMessage(lookout, created(message));
    chat.messages = [{ ...message, mentions: [] }];
    await handleMessage(lookout, { ...created(message), mentions: [], act: null });
    expect(chat.rows.get('p1')?.mentions).toBe(1);
    await lookout.workAll();
    expect(chat.rows.get('p1')?.mentions).toBe(0);
  });
});

describe('a look that others are in the way of', () => {
  it('is made at the end of the window, for everybody who gave up', async () => {
    const { chat, lookout } = await lookoutOver(many);
    chat.contended = 1;
    await handleMessage(lookout, created(chat.write('p0', 0)));
    expect([unread(chat, 'p1'), lookout.waiting.length]).toEqual([[0], 1]);
    await lookout.workAll();
    expect(unread(chat, 'p1')).toEqual([1]);
  });

  it('at the end of the window is left to the queue', async () => {
    const { chat, lookout } = await lookoutOver(many);
    await handleMessage(lookout, created(chat.write('p0', 0)));
    await handleMessage(lookout, created(chat.write('p0', 1)));
    chat.contended = 1;
    await expect(lookout.work()).rejects.toThrow('others were in the way');
    await lookout.workAll();
    expect(unread(chat, 'p1')).toEqual([2]);
  });
});

describe('the last message of a chat', () => {
  it('is written a moment later when it was written just now', async () => {
    const { chat, lookout } = await lookoutOver(['ada']);
    await handleMessage(lookout, created(chat.write('ada', 0)));
    lookout.millis = 501;
    await handleMessage(lookout, created(chat.write('ada', 500)));
    expect([lookout.waits, chat.last?.text]).toEqual([1, 'words at 500']);
    lookout.millis = 5_001;
    await handleMessage(lookout, created(chat.write('ada', 5_000)));
    expect([lookout.waits, chat.last?.text]).toEqual([1, 'words at 5000']);
  });
});

describe('people who join', () => {
  const joins = (uid: string, millis: number) => ({
    chatId: 'evening',
    uid,
    joinedAt: at(millis),
    committedAt: at(millis).toMillis(),
  });

  it('one alone is counted at once, and no other row is touched', async () => {
    const { chat, lookout } = await lookoutOver(many);
    lookout.millis = 5_000;
    chat.join('zoe', at(5_000));
    await handleChatMembership(lookout, joins('zoe', 5_000));
    expect(chat.writes.sort()).toEqual(['chat', 'create zoe', 'roster']);
    expect([chat.chat?.memberCount, chat.roster?.length]).toEqual([21, 21]);
  });

  it('have their rows at once, and are counted together', async () => {
    const { chat, lookout } = await lookoutOver(many);
    lookout.millis = 5_000;
    const uids = Array.from({ length: 12 }, (_, index) => `q${String(index).padStart(2, '0')}`);
    for (const [index, uid] of uids.entries()) {
      chat.join(uid, at(5_000 + index));
      await handleChatMembership(lookout, joins(uid, 5_000 + index));
      expect(chat.rows.has(uid)).toBe(true);
    }
    await lookout.workAll();
    expect(chat.writes.filter((write) => write === 'chat').length).toBeLessThanOrEqual(3);
    expect([chat.chat?.memberCount, chat.roster?.length]).toEqual([32, 32]);
  });

  it('do not miss what is said between their coming and their being counted', async () => {
    const { chat, lookout } = await lookoutOver(many);
    lookout.millis = 5_000;
    chat.join('y', at(5_000));
    await handleChatMembership(lookout, joins('y', 5_000));
    chat.join('z', at(5_001));
    await handleChatMembership(lookout, joins('z', 5_001));
    lookout.millis = 5_003;
    await handleMessage(lookout, created(chat.write('p0', 5_002)));
    await lookout.workAll();
    expect(unread(chat, 'y', 'z')).toEqual([1, 1]);
  });
});

describe('a chat that shrinks to 200', () => {
  it('has rows that follow again', async () => {
    const chat = new MemoryChat({ memberCount: 201 });
    for (let index = 0; index < 201; index++) chat.join(`p${index}`, at(-1_000));
    const lookout = new MemoryLookout(chat);
    for (const uid of ['p0', 'p1', 'p2']) {
      await handleChatMembership(lookout, { chatId: 'evening', uid, joinedAt: at(-1_000), committedAt: 0 });
    }
    await lookout.workAll();
    chat.write('p0', 5);
    chat.members.delete('p2');
    await handleChatMembership(lookout, {
      chatId: 'evening',
      uid: 'p2',
      joinedAt: null,
      committedAt: 10_000,
    });
    await lookout.workAll();
    expect([chat.rows.has('p2'), chat.chat?.memberCount]).toEqual([false, 200]);
    expect(unread(chat, 'p1')).toEqual([1]);
  });
});
