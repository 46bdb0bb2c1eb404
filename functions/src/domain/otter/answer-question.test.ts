import { describe, expect, it } from 'vitest';
import { timeOf } from '../time-of.ts';
import {
  type AskedMessage,
  answerQuestion,
  answersMax,
  type OtterStore,
  questionsMax,
} from './answer-question.ts';

const start = Date.UTC(2026, 10, 21, 22, 30);

/** The messages of one chat, and one person's time zone. */
class MemoryOtter implements OtterStore {
  readonly messages = new Map<string, AskedMessage>();
  reads = 0;
  zone: string | null = 'Europe/Berlin';

  async hasAnswer(_chatId: string, id: string) {
    this.reads += 1;
    return this.messages.has(id);
  }
  async messagesOf({ senderId }: { senderId: string }, since: { toMillis(): number }, limit: number) {
    this.reads += 1;
    return [...this.messages.values()]
      .filter((each) => each.senderId === senderId && each.createdAt.toMillis() > since.toMillis())
      .slice(-limit);
  }
  async timeZoneOf() {
    this.reads += 1;
    return this.zone;
  }
  async createAnswer(_chatId: string, id: string, message: Readonly<Record<string, unknown>>) {
    if (!this.messages.has(id)) this.messages.set(id, message as unknown as AskedMessage);
  }

  write(id: string, change: Partial<AskedMessage> = {}, at = start): AskedMessage {
    const message = {
      senderId: 'ada',
      kind: 'text',
      text: 'Hey Otter, 1 + 1',
      createdAt: timeOf(at),
      ...change,
    };
    this.messages.set(id, message);
    return message;
  }
  answers() {
    return [...this.messages].filter(([, { kind }]) => kind === 'bot').map(([id, { text }]) => [id, text]);
  }
  /** Writes a message and delivers its event. */
  async ask(id: string, change: Partial<AskedMessage> = {}, at = start) {
    await this.deliver(id, this.write(id, change, at), at + 50);
  }
  deliver(messageId: string, message: AskedMessage, now = start + 50, chatId = 'home_en') {
    return answerQuestion(this, { chatId, messageId, message }, now);
  }
}

describe('answerQuestion', () => {
  it('answers a question once, however often its event is delivered', async () => {
    const store = new MemoryOtter();
    const message = store.write('m1');
    await Promise.all([store.deliver('m1', message), store.deliver('m1', message)]);
    await store.deliver('m1', message, start + 60_000);
    expect(store.answers()).toEqual([['otter_m1', 'That is 2.']]);
    expect(store.messages.get('otter_m1')).toMatchObject({ senderId: 'otter', replyTo: 'm1', mentions: [] });
  });

  it.each([
    ['does not call Otter', { text: 'What is 1 + 1?' }, 'home_en'],
    ['is not in a home chat', {}, 'pair'],
    ['is Otter’s own', { senderId: 'otter' }, 'home_en'],
    ['comes from a bot', { kind: 'bot' }, 'home_en'],
    ['is a notice', { kind: 'system' }, 'home_en'],
    ['is under a picture', { kind: 'image' }, 'home_en'],
  ])('reads and writes nothing for a message that %s', async (_, change, chatId) => {
    const store = new MemoryOtter();
    await store.deliver('m1', store.write('m1', change), start + 50, chatId);
    expect(store.reads).toBe(0);
    expect(store.messages.has('otter_m1')).toBe(false);
  });

  it('puts the answer after the question although its clock is behind', async () => {
    const store = new MemoryOtter();
    await store.deliver('m1', store.write('m1'), start - 5_000);
    expect(store.messages.get('otter_m1')?.createdAt.toMillis()).toBe(start + 1);
  });

  it('does not answer what was asked ten minutes ago', async () => {
    const store = new MemoryOtter();
    await store.deliver('m1', store.write('m1'), start + 10 * 60_000 + 1);
    expect(store.answers()).toEqual([]);
    await store.deliver('m1', store.write('m1'), start + 10 * 60_000);
    expect(store.answers()).toHaveLength(1);
  });

  it('tells the time by the settings of the asker', async () => {
    const store = new MemoryOtter();
    await store.ask('m1', { text: 'hey otter what time is it' });
    expect(store.answers()).toEqual([['otter_m1', 'It is 23:30 where you are.']]);
  });

  it('asks for a minute’s pause after five questions of one person, and is silent after that', async () => {
    const store = new MemoryOtter();
    for (let count = 1; count <= questionsMax + 2; count++) {
      await store.ask(`m${count}`, {}, start + count * 1_000);
    }
    await store.ask('chat', { text: 'No question' }, start + 9_000);
    expect(store.answers().map(([, text]) => text)).toEqual([
      ...Array.from({ length: questionsMax }, () => 'That is 2.'),
      expect.stringMatching(/^I answer 5 questions a minute/),
    ]);
    await store.ask('of-another', { senderId: 'ben' }, start + 9_500);
    expect(store.messages.has('otter_of-another')).toBe(true);
    await store.ask('later', {}, start + 70_000);
    expect(store.messages.get('otter_later')?.text).toBe('That is 2.');
  });

  it('gives no more than thirty answers a minute in one chat', async () => {
    const store = new MemoryOtter();
    for (let count = 1; count <= answersMax + 5; count++) {
      await store.ask(`m${count}`, { senderId: `person-${count}` }, start + count * 100);
    }
    expect(store.answers()).toHaveLength(answersMax);
    await store.ask('later', { senderId: 'late' }, start + 70_000);
    expect(store.messages.has('otter_later')).toBe(true);
  });
});
