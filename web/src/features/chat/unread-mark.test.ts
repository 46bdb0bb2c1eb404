import { expect, it } from 'vitest';
import type { MessageWindow } from '../../data/message-window.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { unreadMarkFrom } from './unread-mark.ts';

const time = (seconds: number) => ({ seconds, nanoseconds: 5_000, toMillis: () => seconds * 1_000 });
const message = (n: number, over: Partial<MessageWithId> = {}): MessageWithId => ({
  id: `m${n}`,
  senderId: 'ben',
  kind: 'text',
  text: 'hello',
  images: [],
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: time(n),
  editedAt: null,
  deletedAt: null,
  ...over,
});
const window = (messages: readonly MessageWithId[]): MessageWindow<MessageWithId> => ({
  history: messages.slice(0, 2),
  live: messages.slice(2),
  settled: true,
  hasOlder: true,
});
const who = { id: 'm2', me: 'ada', blocked: new Set(['eve']) };

it('makes a message and what others wrote after it unread, without what is deleted or mine', () => {
  const mark = unreadMarkFrom(
    window([
      message(1),
      message(2, { mentions: ['ada'] }),
      message(3, { senderId: 'ada' }),
      message(4, { deletedAt: time(5) }),
      message(6, { senderId: 'eve', mentions: ['ada'] }),
    ]),
    who,
  );
  expect(mark).toMatchObject({ unread: 2, mentions: 1, countedTo: { seconds: 6 } });
  expect(mark?.readAt).toMatchObject({ seconds: 2, nanoseconds: 4_000 });
});

it('counts to a hundred, as functions do', () => {
  const many = Array.from({ length: 140 }, (_, index) => message(index + 1));
  expect(unreadMarkFrom(window(many), { ...who, id: 'm1' })?.unread).toBe(100);
});

it('does nothing for a message that is not loaded', () => {
  expect(unreadMarkFrom(window([message(1)]), who)).toBeNull();
});
