import { describe, expect, it } from 'vitest';
import { isClosed, whoCanRead } from './who-can-read.ts';

const at = (ms: number) => ({ seconds: ms / 1000, nanoseconds: 0, toMillis: () => ms });

describe('who can read', () => {
  it.each([
    [
      { type: 'group', memberCount: 5, access: 'open' },
      '5 members can read this, and anyone who joins later.',
    ],
    [{ type: 'group', memberCount: 5, access: 'invite' }, '5 members can read this.'],
    [
      { type: 'group', memberCount: 1, access: 'open' },
      'Only you can read this so far. Anyone who joins later can read it too.',
    ],
    [{ type: 'group', memberCount: 0, access: 'open' }, 'Members can read this, and anyone who joins later.'],
    [{ type: 'direct', memberCount: 2, access: 'invite' }, 'Only the two of you can read this.'],
    [{ type: 'home', memberCount: 900, access: 'open' }, 'Everyone with an account can read this.'],
  ] as const)('is said of %o', (chat, sentence) => {
    expect(whoCanRead(chat)).toBe(sentence);
  });
});

describe('a chat', () => {
  it('is closed from the moment that it ended or that its time is up', () => {
    expect(isClosed({ endedAt: null, expiresAt: null }, 10)).toBe(false);
    expect(isClosed({ endedAt: at(5_000), expiresAt: null }, 10)).toBe(true);
    expect(isClosed({ endedAt: null, expiresAt: at(5_000) }, 4_999)).toBe(false);
    expect(isClosed({ endedAt: null, expiresAt: at(5_000) }, 5_000)).toBe(true);
  });
});
