import { describe, expect, it } from 'vitest';
import {
  emptyWindow,
  type MessageWindow,
  type Placed,
  WINDOW_MAX,
  withLive,
  withOlder,
} from './message-window.ts';

const at = (n: number): Placed => ({
  id: `m${String(n).padStart(6, '0')}`,
  createdAt: { seconds: n, nanoseconds: 0 },
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => at(from + i));
const numbers = (window: MessageWindow<Placed>) =>
  [...window.history, ...window.live].map((message) => message.createdAt.seconds);
const server = { liveLimit: 3, fromCache: false };
const cache = { liveLimit: 3, fromCache: true };
const settledAt = (from: number, to: number) => withLive(emptyWindow<Placed>(), range(from, to), server);

describe('a window of messages', () => {
  it('puts what arrives into order, oldest first, ties by id', () => {
    const tie = { id: 'a', createdAt: { seconds: 2, nanoseconds: 0 } };
    const window = withLive(emptyWindow<Placed>(), [at(2), tie, at(1)], server);
    expect(window.live.map((message) => message.id)).toEqual(['m000001', 'a', 'm000002']);
  });

  it('keeps what slides out of the live part, so that nothing vanishes above the reader', () => {
    const window = withLive(settledAt(1, 3), range(2, 4), server);
    expect(numbers(window)).toEqual([1, 2, 3, 4]);
  });

  it('drops a message that was removed in the middle of the live part', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), [at(4), at(5), at(7)], server);
    expect(window.live.map((m) => m.createdAt.seconds)).toEqual([4, 5, 7]);
    expect(numbers(window).filter((n) => n === 6)).toEqual([]);
  });

  it('holds each message once when the live part reaches back into history', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), [at(4), at(5), at(7)], server);
    expect(numbers(window)).toEqual([2, 3, 4, 5, 7]);
  });

  it('lets the old stretch go when the new one does not touch it, rather than hide a gap', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), range(20, 22), server);
    expect(numbers(window)).toEqual([20, 21, 22]);
    expect(window.hasOlder).toBe(true);
  });

  it('does not trust the cache to be whole: nothing is joined to it until the server has answered', () => {
    const cached = withLive(emptyWindow<Placed>(), range(1, 3), cache);
    expect(cached.settled).toBe(false);
    expect(withOlder(cached, range(-2, 0), 3)).toBe(cached);
    expect(numbers(withLive(cached, range(3, 5), server))).toEqual([3, 4, 5]);
  });

  it('keeps history while the connection is away', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), range(5, 7), cache);
    expect(numbers(window)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('puts an older page before the oldest, without duplicates', () => {
    const window = withOlder(settledAt(5, 7), [at(5), at(4), at(3)], 3);
    expect(numbers(window)).toEqual([3, 4, 5, 6, 7]);
    expect(window.hasOlder).toBe(true);
  });

  it('knows the beginning when a page comes back short, or the chat is shorter than the live part', () => {
    expect(withOlder(settledAt(5, 7), [at(4)], 3).hasOlder).toBe(false);
    expect(settledAt(1, 2).hasOlder).toBe(false);
  });

  it('does not take a result with an unreadable message for the whole chat', () => {
    const window = withLive(emptyWindow<Placed>(), range(2, 3), { ...server, found: 3 });
    expect(window.hasOlder).toBe(true);
  });

  it('stops loading at its bound', () => {
    const big = withOlder(settledAt(20_001, 20_003), range(20_001 - WINDOW_MAX, 20_000), WINDOW_MAX);
    expect(big.hasOlder).toBe(false);
  });

  it('stays whole through any walk of new messages and older pages', () => {
    let window = settledAt(101, 103);
    let newest = 103;
    let oldest = 101;
    for (let step = 0; step < 60; step += 1) {
      if (step % 3 === 0) {
        window = withOlder(window, range(oldest - 3, oldest - 1), 3);
        oldest -= 3;
      } else {
        newest += 1 + (step % 2);
        window = withLive(window, range(newest - 2, newest), server);
      }
    }
    expect(numbers(window)).toEqual(range(oldest, newest).map((m) => m.createdAt.seconds));
  });
});
