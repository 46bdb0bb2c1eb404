import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, MemoryChat } from './memory-chat-store.fixture.ts';
import { reconcileChat } from './reconcile-chat.ts';
import { countMembers } from './roster.ts';
import { settleOwnRow } from './settle-own-row.ts';
import { unreadMax } from './unread.ts';

const later = at(1_000_000).toMillis();
/** What becomes of events: `moved` joined or left. */
const look = async (chat: MemoryChat, moved: string[] = [], now = later) => {
  for (const uid of moved) await settleOwnRow(chat, 'evening', uid, now);
  if (moved.length > 0) await countMembers(chat, 'evening', now);
  return reconcileChat(chat, { chatId: 'evening', now });
};

function chatOf(...uids: string[]): MemoryChat {
  const chat = new MemoryChat();
  for (const uid of uids) chat.join(uid);
  return chat;
}

describe('a new message', () => {
  it('gives each member a row, with nothing unread for the sender', async () => {
    const chat = chatOf('ada', 'ben', 'cy');
    chat.write('ada', 5, { text: 'Hello' });
    await look(chat);
    expect([...chat.rows.keys()].sort()).toEqual(['ada', 'ben', 'cy']);
    expect(chat.rows.get('ada')).toMatchObject({ unread: 0, last: { text: 'Hello', senderName: 'ADA' } });
    expect(chat.rows.get('ben')).toMatchObject({
      type: 'group',
      name: 'Evening group',
      communityId: 'harbour',
      otherUid: null,
      unread: 1,
      mentions: 0,
      muted: false,
      pinned: false,
    });
    expect(chat.rows.get('ada')?.readAt?.toMillis()).toBe(at(5).toMillis());
  });

  it('costs a row a member and the last words, and no write at all when it is delivered again', async () => {
    const chat = chatOf('ada', 'ben', 'cy');
    chat.write('ada', 5);
    await look(chat, ['ada']);
    chat.write('ada', 1_005);
    chat.writes.length = 0;
    await look(chat);
    expect(chat.writes.sort()).toEqual(['last', 'update ada', 'update ben', 'update cy']);
    chat.writes.length = 0;
    await look(chat);
    expect(chat.writes).toEqual([]);
  });

  it('is counted once when the first try broke off before it was stored', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 5);
    chat.failNextCommit = true;
    await expect(look(chat)).rejects.toThrow('the connection broke');
    expect(chat.rows.size).toBe(0);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(1);
  });

  it('leaves muted and pinned as their owner set them', async () => {
    const chat = chatOf('ada', 'ben');
    await look(chat, ['ben']);
    const row = chat.rows.get('ben');
    if (row) chat.rows.set('ben', { ...row, muted: true, pinned: true });
    chat.write('ada', 5);
    await look(chat);
    expect(chat.rows.get('ben')).toMatchObject({ muted: true, pinned: true, unread: 1 });
  });

  it('counts the mentions of each member', async () => {
    const chat = chatOf('ada', 'ben', 'cy');
    chat.write('ada', 5, { mentions: ['cy'] });
    await look(chat);
    expect([chat.rows.get('ben')?.mentions, chat.rows.get('cy')?.mentions]).toEqual([0, 1]);
  });
});

describe('the home chat', () => {
  const home = (...uids: string[]) => {
    const chat = new MemoryChat({ type: 'home', communityId: null, name: 'Home' });
    for (const uid of uids) chat.join(uid);
    return chat;
  };

  it('has its last words written for a message, and no row, however few are in it', async () => {
    const chat = home('ada', 'ben');
    chat.write('ada', 5);
    await look(chat);
    expect(chat.writes.sort()).toEqual(['chat', 'last']);
    expect(chat.rows.size).toBe(0);
  });

  it('gives who comes a muted row, takes it from who leaves, and counts neither', async () => {
    const chat = home('ada', 'ben');
    await look(chat, ['ben']);
    expect([...chat.rows.keys()]).toEqual(['ben']);
    expect(chat.rows.get('ben')).toMatchObject({ type: 'home', name: 'Home', muted: true, last: null });
    chat.members.delete('ben');
    await look(chat, ['ben']);
    expect(chat.rows.size).toBe(0);
    expect(chat.chat?.memberCount).toBe(0);
    expect(chat.writes).toEqual(['create ben', 'delete ben']);
  });
});

describe('having read', () => {
  it('is believed even when the event of a message comes after it', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 5);
    await look(chat);
    chat.write('ada', 6);
    chat.read('ben', 6);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(0);
  });

  it('up to the middle leaves the rest unread', async () => {
    const chat = chatOf('ada', 'ben');
    for (const millis of [1, 2, 3, 4]) chat.write('ada', millis);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(4);
    chat.read('ben', 3);
    chat.write('ada', 5);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(2);
  });

  it('never goes back', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 5);
    await look(chat);
    chat.read('ben', 9);
    chat.write('ada', 7);
    await look(chat);
    expect(chat.rows.get('ben')?.readAt?.toMillis()).toBe(at(9).toMillis());
  });
});

describe('edits and deletions', () => {
  it('show in the row, and what is deleted is unread no more', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 1);
    const second = chat.write('ada', 2);
    await look(chat);
    chat.messages[1] = { ...second, text: '', deletedAt: at(3) };
    await look(chat);
    expect(chat.rows.get('ben')).toMatchObject({ unread: 1, last: { text: 'Message deleted' } });
  });

  it('of an old message do not move a chat up the list', async () => {
    const chat = chatOf('ada', 'ben');
    const first = chat.write('ada', 1);
    await look(chat);
    chat.messages[0] = { ...first, text: 'better words' };
    await look(chat);
    expect(chat.rows.get('ben')?.updatedAt.toMillis()).toBe(at(1).toMillis());
    expect(chat.rows.get('ben')?.last?.text).toBe('better words');
  });
});

describe('somebody far behind', () => {
  it('is counted for up to a hundred, and again from the beginning once caught up', async () => {
    const chat = chatOf('ada', 'ben');
    for (let millis = 1; millis <= 130; millis++) chat.write('ada', millis);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(unreadMax);
    chat.write('ada', 131);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(unreadMax);
    chat.read('ben', 131);
    chat.write('ada', 132);
    await look(chat);
    expect(chat.rows.get('ben')?.unread).toBe(1);
  });
});

describe('members', () => {
  it('who join get a row that starts at that moment, and are counted', async () => {
    const chat = chatOf('ada');
    chat.write('ada', 5);
    await look(chat, ['ada']);
    chat.join('ben', at(10));
    await look(chat, ['ben']);
    expect(chat.rows.get('ben')).toMatchObject({ unread: 0, last: { text: 'words at 5' } });
    expect(chat.rows.get('ben')?.updatedAt.toMillis()).toBe(at(10).toMillis());
    expect(chat.chat?.memberCount).toBe(2);
  });

  it('who leave lose their row and are not counted', async () => {
    const chat = chatOf('ada', 'ben');
    await look(chat, ['ada', 'ben']);
    chat.members.delete('ben');
    await look(chat, ['ben']);
    expect([...chat.rows.keys()]).toEqual(['ada']);
    expect(chat.chat?.memberCount).toBe(1);
  });

  it('who left and came back keep their row when the event of leaving comes last', async () => {
    const chat = chatOf('ada', 'ben');
    await look(chat, ['ada', 'ben']);
    chat.members.delete('ben');
    chat.join('ben', at(20));
    await look(chat, ['ben']);
    await look(chat, ['ben']);
    expect(chat.rows.has('ben')).toBe(true);
    expect(chat.chat?.memberCount).toBe(2);
  });

  it('do not get a row back by a message whose event comes after they left', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 5);
    chat.members.delete('ben');
    await look(chat, ['ben']);
    await look(chat);
    expect([...chat.rows.keys()]).toEqual(['ada']);
  });

  it('who leave while a message is being handled do not get a row', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 5);
    chat.meanwhile = () => chat.members.delete('ben');
    await look(chat);
    expect([...chat.rows.keys()]).toEqual(['ada']);
  });

  it('who come back while their leaving is being handled keep their row', async () => {
    const chat = chatOf('ada', 'ben');
    await look(chat, ['ada', 'ben']);
    chat.members.delete('ben');
    chat.meanwhile = () => chat.join('ben', at(20));
    await look(chat, ['ben']);
    expect(chat.rows.has('ben')).toBe(true);
  });

  it('of a chat that is gone lose their row', async () => {
    const chat = chatOf('ada', 'ben');
    await look(chat, ['ada', 'ben']);
    chat.chat = null;
    chat.members.clear();
    await look(chat, ['ben']);
    expect(chat.rows.has('ben')).toBe(false);
  });
});

describe('a chat of more than 200', () => {
  it('writes its last message and no rows', async () => {
    const chat = chatOf(...Array.from({ length: 201 }, (_, index) => `p${index}`));
    chat.write('p0', 5);
    await look(chat);
    expect(chat.writes).toEqual(['last', 'chat']);
    expect(chat.last?.text).toBe('words at 5');
  });

  it('gives a newcomer a row that only says it is there', async () => {
    const chat = chatOf(...Array.from({ length: 201 }, (_, index) => `p${index}`));
    if (chat.chat) chat.chat = { ...chat.chat, memberCount: 205 };
    chat.write('p0', 5);
    await look(chat, ['p200']);
    expect([...chat.rows]).toMatchObject([['p200', { last: null, unread: 0 }]]);
    expect(chat.chat?.memberCount).toBe(201);
  });

  it('has rows for all 200 at the limit', async () => {
    const chat = chatOf(...Array.from({ length: 200 }, (_, index) => `p${index}`));
    chat.write('p0', 5);
    await look(chat);
    expect(chat.rows.size).toBe(200);
  });
});

describe('the last message of a chat', () => {
  it('is written at most once a second, and asks to be looked at again', async () => {
    const chat = chatOf('ada');
    chat.write('ada', 0);
    expect(await look(chat, [], at(10).toMillis())).toMatchObject({ settleAt: null });
    chat.write('ada', 600);
    expect(await look(chat, [], at(610).toMillis())).toMatchObject({ settleAt: at(1_000).toMillis() });
    expect(chat.last?.text).toBe('words at 0');
    expect(chat.rows.get('ada')?.last?.text).toBe('words at 600');
    expect(await look(chat, [], at(1_000).toMillis())).toMatchObject({ settleAt: null });
    expect(chat.last?.text).toBe('words at 600');
  });

  it('never goes back when an older event comes late', async () => {
    const chat = chatOf('ada', 'ben');
    chat.write('ada', 10);
    chat.write('ben', 20);
    await look(chat);
    await look(chat);
    expect(chat.last?.at.toMillis()).toBe(at(20).toMillis());
  });

  it('goes when the last message is gone from the database', async () => {
    const chat = chatOf('ada');
    chat.write('ada', 10);
    await look(chat);
    chat.messages = [];
    await look(chat);
    expect(chat.last).toBeNull();
  });
});

describe('what people outside a chat may learn', () => {
  const minute = 60_000;
  const lastAt = (chat: MemoryChat) => chat.chat?.lastAt?.toMillis();

  it('is the time of its first message, and then a time up to a quarter of an hour old', async () => {
    const chat = chatOf('ada');
    chat.write('ada', 0);
    await look(chat);
    expect(lastAt(chat)).toBe(at(0).toMillis());
    chat.write('ada', 15 * minute - 1);
    await look(chat);
    expect(lastAt(chat)).toBe(at(0).toMillis());
    chat.write('ada', 15 * minute);
    await look(chat);
    expect(lastAt(chat)).toBe(at(15 * minute).toMillis());
  });

  it('is the day on which a community was active, written once a day', async () => {
    const chat = chatOf('ada');
    chat.lastActiveOn = '2023-11-10';
    chat.write('ada', 0);
    await look(chat);
    expect(chat.lastActiveOn).toBe('2023-11-14');
    chat.writes.length = 0;
    chat.write('ada', 20 * minute);
    await look(chat);
    expect(chat.writes).not.toContain('community');
    // 22:13 and two hours: the next day in UTC.
    chat.write('ada', 120 * minute);
    await look(chat);
    expect(chat.lastActiveOn).toBe('2023-11-15');
  });

  it('is the new day at once, although the last time was written minutes before midnight', async () => {
    const chat = chatOf('ada');
    chat.write('ada', 106 * minute);
    await look(chat);
    chat.write('ada', 107 * minute);
    await look(chat);
    expect(chat.lastActiveOn).toBe('2023-11-15');
  });

  it('never moves a community back', async () => {
    const chat = chatOf('ada');
    chat.lastActiveOn = '2023-11-20';
    chat.write('ada', 0);
    await look(chat);
    expect(chat.lastActiveOn).toBe('2023-11-20');
    expect(chat.writes).not.toContain('community');
  });

  it('is nothing when the community is gone', async () => {
    const chat = chatOf('ada');
    chat.lastActiveOn = null;
    chat.write('ada', 0);
    await look(chat);
    expect(chat.lastActiveOn).toBeNull();
    expect(chat.rows.get('ada')?.last?.text).toBe('words at 0');
  });
});

describe('a block', () => {
  it('keeps mentions out of the row, whichever of the two blocked the other', async () => {
    const chat = chatOf('ada', 'ben', 'cy');
    chat.write('ada', 5, { mentions: ['ben', 'cy'] });
    chat.write('ben', 6, { mentions: ['ada', 'cy'] });
    chat.block('ben', 'ada');
    await look(chat);
    expect(chat.rows.get('ben')).toMatchObject({ mentions: 0 });
    expect(chat.rows.get('ada')).toMatchObject({ unread: 1, mentions: 0 });
    expect(chat.rows.get('cy')).toMatchObject({ unread: 2, mentions: 2 });
  });

  it('is looked up once for each pair with a mention that is unread, and not at all without one', async () => {
    const chat = chatOf('ada', 'ben', 'cy');
    chat.write('ada', 4);
    await look(chat);
    expect(chat.pairsAsked).toBe(0);
    chat.write('ada', 5, { mentions: ['ben', 'ada', 'somebody else'] });
    chat.write('ada', 6, { mentions: ['ben'] });
    chat.write('ada', 7, { mentions: ['cy'], deletedAt: at(8) });
    await look(chat);
    expect(chat.pairsAsked).toBe(1);
    chat.read('ben', 7);
    chat.pairsAsked = 0;
    await look(chat);
    expect(chat.pairsAsked).toBe(0);
  });
});

it('ends at the truth whatever happened, however often the events came and whichever came first', async () => {
  const uid = fc.constantFrom('ada', 'ben', 'cy');
  const act = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), uid }),
    fc.record({ kind: fc.constant('read' as const), uid }),
    fc.record({ kind: fc.constant('delete' as const), uid, index: fc.nat(20) }),
    fc.record({ kind: fc.constant('event' as const), uid }),
    fc.record({ kind: fc.constant('crash' as const), uid }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const chat = chatOf('ada', 'ben', 'cy');
      await look(chat, ['ada', 'ben', 'cy']);
      const readAt = new Map<string, number>();
      let millis = 0;
      for (const each of acts) {
        millis += 1;
        if (each.kind === 'write') {
          chat.write(each.uid, millis);
          readAt.set(each.uid, millis);
        } else if (each.kind === 'read') {
          chat.read(each.uid, millis);
          readAt.set(each.uid, millis);
        } else if (each.kind === 'delete') {
          const message = chat.messages[each.index];
          if (message) chat.messages[each.index] = { ...message, deletedAt: at(millis) };
        } else if (each.kind === 'event') await look(chat);
        else {
          chat.failNextCommit = true;
          await look(chat).catch(() => undefined);
        }
      }
      await look(chat);
      for (const [owner, row] of chat.rows) {
        const after = at(readAt.get(owner) ?? 0).toMillis();
        const left = chat.messages.filter(
          ({ senderId, createdAt, deletedAt }) =>
            senderId !== owner && deletedAt === null && createdAt.toMillis() > after,
        );
        expect(row.unread).toBe(left.length);
      }
    }),
    { numRuns: 200 },
  );
});
