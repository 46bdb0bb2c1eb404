import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../data/outbox-state.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { toShown } from './shown-message.ts';

const time = (ms: number) => ({
  seconds: Math.floor(ms / 1000),
  nanoseconds: (ms % 1000) * 1_000_000,
  toMillis: () => ms,
});

const stored = (id: string, at: number, over: Partial<MessageWithId> = {}): MessageWithId => ({
  id,
  senderId: 'ada',
  kind: 'text',
  text: id,
  image: null,
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: time(at),
  editedAt: null,
  deletedAt: null,
  ...over,
});

const outgoing = (id: string, writtenAt: number, over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id,
  chatId: 'c',
  text: id,
  writtenAt,
  state: 'sending',
  error: null,
  ...over,
});

describe('what a conversation shows', () => {
  it('puts what waits here after what the server has', () => {
    const shown = toShown('me', [stored('a', 1_000)], [outgoing('b', 2_000)]);
    expect(shown.map((message) => [message.id, message.delivery])).toEqual([
      ['a', 'sent'],
      ['b', 'sending'],
    ]);
  });

  it('shows a message once when the listener and the outbox both have it', () => {
    const shown = toShown(
      'me',
      [stored('b', 2_000, { senderId: 'me' })],
      [outgoing('b', 1_990, { state: 'sent' })],
    );
    expect(shown.map((message) => message.id)).toEqual(['b']);
  });

  it('never puts a waiting message before what it answers, however wrong the device’s clock is', () => {
    const shown = toShown('me', [stored('a', 5_000)], [outgoing('b', 10)]);
    expect(shown.map((message) => message.at)).toEqual([5_000, 5_000]);
  });

  it('gives the same object for the same message, so that its row is not drawn again', () => {
    const message = stored('a', 1_000);
    expect(toShown('me', [message], [])[0]).toBe(toShown('me', [message], [outgoing('b', 2)])[0]);
  });

  it('carries why a message failed', () => {
    const [message] = toShown('me', [], [outgoing('b', 1, { state: 'failed', error: 'not-allowed' })]);
    expect(message).toMatchObject({ delivery: 'failed', failure: 'not-allowed' });
  });
});
