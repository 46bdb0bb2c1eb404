import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from './handle-chat-event.ts';
import { handleNewMessage } from './handle-new-message.ts';
import { at, MemoryChat, type StoredMessage } from './memory-chat-store.fixture.ts';
import { reconcileChat } from './reconcile-chat.ts';

const later = at(1_000_000).toMillis();
const clock: Clock = { now: () => later, waitUntil: async () => undefined };

const hear = (chat: MemoryChat, { id, senderId, createdAt }: StoredMessage) =>
  handleNewMessage({ chats: chat, messages: chat }, clock, { chatId: 'evening', id, senderId, createdAt });

function chatWithBatch(size: number): { chat: MemoryChat; batch: StoredMessage[] } {
  const chat = new MemoryChat();
  for (const uid of ['ada', 'ben']) chat.join(uid);
  const batch = Array.from({ length: size }, (_, index) =>
    chat.write('ada', 5, {
      id: `b${String(index).padStart(4, '0')}`,
      text: `number ${index}`,
      mentions: ['ben'],
    }),
  );
  return { chat, batch };
}

const texts = (chat: MemoryChat) => chat.messages.map(({ text }) => text);

describe('messages of one commit', () => {
  it('are all gone but the first when the event of the first has been heard', async () => {
    const { chat, batch } = chatWithBatch(1_200);
    const [first] = batch;
    if (first) await hear(chat, first);
    expect(texts(chat)).toEqual(['number 0']);
    expect(chat.rows.get('ben')).toMatchObject({ unread: 1, mentions: 1, last: { text: 'number 0' } });
    expect(chat.chat?.last?.text).toBe('number 0');
  });

  it('that are not the first go with their own event, and touch no row', async () => {
    const { chat, batch } = chatWithBatch(3);
    for (const extra of batch.slice(1)) await hear(chat, extra);
    expect(texts(chat)).toEqual(['number 0']);
    expect(chat.writes).toEqual([]);
  });

  it('end as one, in whichever order the events come, twice, and with other events in between', async () => {
    const events = fc.shuffledSubarray([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, -1, -1], { minLength: 12 });
    await fc.assert(
      fc.asyncProperty(events, async (order) => {
        const { chat, batch } = chatWithBatch(5);
        for (const index of order) {
          const message = batch[index];
          if (message) await hear(chat, message);
          else await reconcileChat(chat, { chatId: 'evening', now: later });
        }
        expect(texts(chat)).toEqual(['number 0']);
        expect(chat.rows.get('ben')).toMatchObject({ unread: 1, mentions: 1, last: { text: 'number 0' } });
        expect(chat.chat?.last?.text).toBe('number 0');
      }),
    );
  });

  it('are removed by the next try when the first broke off before the rows were stored', async () => {
    const { chat, batch } = chatWithBatch(3);
    const [first] = batch;
    if (!first) throw new Error('three messages were to be there');
    chat.failNextCommit = true;
    await expect(hear(chat, first)).rejects.toThrow('the connection broke');
    await hear(chat, first);
    expect(texts(chat)).toEqual(['number 0']);
    expect(chat.rows.get('ben')?.unread).toBe(1);
  });
});

describe('a message that came alone', () => {
  it('stays, beside those of other people at its time and its own of another time', async () => {
    const chat = new MemoryChat();
    for (const uid of ['ada', 'ben', 'cy']) chat.join(uid);
    const all = [chat.write('ada', 5), chat.write('ben', 5), chat.write('ada', 505)];
    for (const message of all) await hear(chat, message);
    expect(chat.messages).toHaveLength(3);
    expect(chat.rows.get('cy')?.unread).toBe(3);
  });

  it('asks for its like once', async () => {
    const { chat, batch } = chatWithBatch(1);
    const limits: number[] = [];
    const ask = chat.idsSentWith.bind(chat);
    chat.idsSentWith = (message, limit) => {
      limits.push(limit);
      return ask(message, limit);
    };
    for (const message of batch) await hear(chat, message);
    expect(limits).toEqual([2]);
  });

  it('and is gone by now still brings the rows into line', async () => {
    const { chat, batch } = chatWithBatch(1);
    const [only] = batch;
    if (!only) throw new Error('one message was to be there');
    await hear(chat, only);
    chat.messages = [];
    await hear(chat, only);
    expect(chat.rows.get('ben')).toMatchObject({ unread: 0, last: null });
  });
});
