import { describe, expect, it } from 'vitest';
import { isClosed } from './is-closed.ts';

const at = (ms: number) => ({ seconds: ms / 1000, nanoseconds: 0, toMillis: () => ms });

describe('a chat', () => {
  it('is closed from the moment that it ended or that its time is up', () => {
    expect(isClosed({ endedAt: null, expiresAt: null }, 10)).toBe(false);
    expect(isClosed({ endedAt: at(5_000), expiresAt: null }, 10)).toBe(true);
    expect(isClosed({ endedAt: null, expiresAt: at(5_000) }, 4_999)).toBe(false);
    expect(isClosed({ endedAt: null, expiresAt: at(5_000) }, 5_000)).toBe(true);
  });
});
