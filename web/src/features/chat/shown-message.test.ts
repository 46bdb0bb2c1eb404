import { describe, expect, it } from 'vitest';
import { type OutgoingMessage, plainText } from '../../data/outbox-state.ts';
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
  images: [],
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
  ...plainText(id),
  writtenAt,
  state: 'sending',
  error: null,
  ...over,
});

const show = (messages: MessageWithId[], waiting: OutgoingMessage[] = []) =>
  toShown({ me: 'me', stored: messages, outgoing: waiting });

describe('what a conversation shows', () => {
  it('puts messages that wait here after those that the server has', () => {
    const shown = show([stored('a', 1_000)], [outgoing('b', 2_000)]);
    expect(shown.map((message) => [message.id, message.delivery])).toEqual([
      ['a', 'sent'],
      ['b', 'sending'],
    ]);
  });

  it('shows a message once when the listener and the outbox both have it', () => {
    const shown = show([stored('b', 2_000, { senderId: 'me' })], [outgoing('b', 1_990, { state: 'sent' })]);
    expect(shown.map((message) => message.id)).toEqual(['b']);
  });

  it('never puts a waiting message before the one it answers, however wrong the clock of the device is', () => {
    const shown = show([stored('a', 5_000)], [outgoing('b', 10)]);
    expect(shown.map((message) => message.at)).toEqual([5_000, 5_000]);
  });

  it('says whom a message mentions: me, and people by the name that the chat gives them', () => {
    const shown = toShown({
      me: 'otter7',
      stored: [stored('a', 1_000, { mentions: ['otter7', 'heron3', 'ben'] })],
      outgoing: [outgoing('b', 2_000, { mentions: ['heron3'] })],
      people: { otter7: 'Mo', heron3: 'Jo' },
    });
    const heron = { id: 'heron3', name: 'Jo', isMe: false };
    expect(shown.map(({ mentions }) => mentions)).toEqual([
      [{ id: 'otter7', name: 'Mo', isMe: true }, heron, { id: 'ben', name: null, isMe: false }],
      [heron],
    ]);
  });

  it('gives the same object for the same message, so that its row is not drawn again', () => {
    const message = stored('a', 1_000);
    expect(show([message], [])[0]).toBe(show([message], [outgoing('b', 2)])[0]);
  });

  it('carries why a message failed', () => {
    const [message] = show([], [outgoing('b', 1, { state: 'failed', error: 'not-allowed' })]);
    expect(message).toMatchObject({ delivery: 'failed', failure: 'not-allowed' });
  });

  it('has the pictures of a message, and how far those are that wait here', () => {
    const image = { path: 'p', width: 4, height: 3, alt: 'a boat' };
    const pictures = [{ ...image, size: 9, state: 'begun' as const }];
    const shown = show(
      [stored('a', 1), stored('b', 2, { images: [image] })],
      [outgoing('c', 3, { pictures })],
    );
    expect(shown.map((each) => [each.kind, each.pictures])).toMatchObject([
      ['text', []],
      ['text', [{ ...image, upload: 'stored' }]],
      ['image', [{ ...image, size: 9, upload: 'begun' }]],
    ]);
  });

  it('takes a name from the chat where the chat gives one', () => {
    const messages = [stored('a', 1, { senderId: 'alias1' }), stored('b', 2, { senderId: 'alias2' })];
    const shown = toShown({ me: 'alias2', stored: messages, outgoing: [], people: { alias1: 'Blue Heron' } });
    expect(shown.map((each) => [each.mine, each.senderName])).toEqual([
      [false, 'Blue Heron'],
      [true, null],
    ]);
  });
});
