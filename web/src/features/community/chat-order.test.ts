import { describe, expect, it } from 'vitest';
import { inOrder } from './chat-order.ts';

const time = (seconds: number) => ({ seconds, nanoseconds: 0, toMillis: () => seconds * 1000 });
const chat = (id: string, createdAt: number, lastAt: number | null) => ({
  id,
  createdAt: time(createdAt),
  lastAt: lastAt === null ? null : time(lastAt),
});
const ids = (chats: readonly { id: string }[]) => chats.map(({ id }) => id);

describe('the group chats of a community', () => {
  it('begin with those I am in, the latest active first', () => {
    const chats = [chat('busy', 1, 90), chat('mine, older', 2, 10), chat('mine', 3, 20)];
    expect(ids(inOrder(chats, new Set(['mine', 'mine, older'])))).toEqual(['mine', 'mine, older', 'busy']);
    expect(ids(inOrder(chats, undefined))).toEqual(['busy', 'mine', 'mine, older']);
  });

  it('end with those in which nobody has written, however new', () => {
    const chats = [chat('new and silent', 99, null), chat('silent', 50, null), chat('spoken in', 1, 2)];
    expect(ids(inOrder(chats, new Set()))).toEqual(['spoken in', 'new and silent', 'silent']);
  });

  it('stand there once when one comes in two pages', () => {
    expect(ids(inOrder([chat('a', 1, 5), chat('a', 1, 4)], new Set()))).toEqual(['a']);
  });
});
