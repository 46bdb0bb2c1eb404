import { describe, expect, it } from 'vitest';
import {
  canLoadOlder,
  emptyWindow,
  loadOlderUntil,
  type MessageWindow,
  type Placed,
  reachesBackTo,
  WINDOW_MAX,
  withChanged,
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
  it('sorts messages oldest first, and by id when their times are the same', () => {
    const tie = { id: 'a', createdAt: { seconds: 2, nanoseconds: 0 } };
    const window = withLive(emptyWindow<Placed>(), [at(2), tie, at(1)], server);
    expect(window.live.map((message) => message.id)).toEqual(['m000001', 'a', 'm000002']);
  });

  it('keeps messages that no longer fit in the live part, so that nothing vanishes above the reader', () => {
    const window = withLive(settledAt(1, 3), range(2, 4), server);
    expect(numbers(window)).toEqual([1, 2, 3, 4]);
  });

  it('takes an older message as it is now, and leaves the others as they are', () => {
    const window = withOlder(settledAt(4, 6), range(1, 3), 3);
    const changed = { ...at(2), text: 'edited' };
    const after = withChanged(window, changed);
    expect(after.history[1]).toBe(changed);
    expect([after.history[0], after.history[2]]).toEqual([window.history[0], window.history[2]]);
    expect(after.history[0]).toBe(window.history[0]);
    expect(withChanged(window, at(9))).toBe(window);
  });

  it('drops a message that was removed from the middle of the live part', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), [at(4), at(5), at(7)], server);
    expect(window.live.map((m) => m.createdAt.seconds)).toEqual([4, 5, 7]);
    expect(numbers(window).filter((n) => n === 6)).toEqual([]);
  });

  it('holds each message once when the live part overlaps history', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), [at(4), at(5), at(7)], server);
    expect(numbers(window)).toEqual([2, 3, 4, 5, 7]);
  });

  it('drops the old messages when the new ones do not overlap them, rather than hide a gap', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), range(20, 22), server);
    expect(numbers(window)).toEqual([20, 21, 22]);
    expect(window.hasOlder).toBe(true);
  });

  it('joins nothing to the cached messages until the server has answered', () => {
    const cached = withLive(emptyWindow<Placed>(), range(1, 3), cache);
    expect(cached.settled).toBe(false);
    expect(withOlder(cached, range(-2, 0), 3)).toBe(cached);
    expect(numbers(withLive(cached, range(3, 5), server))).toEqual([3, 4, 5]);
  });

  it('keeps history while there is no connection', () => {
    const window = withLive(withOlder(settledAt(5, 7), range(2, 4), 3), range(5, 7), cache);
    expect(numbers(window)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('puts an older page before the oldest message, without duplicates', () => {
    const window = withOlder(settledAt(5, 7), [at(5), at(4), at(3)], 3);
    expect(numbers(window)).toEqual([3, 4, 5, 6, 7]);
    expect(window.hasOlder).toBe(true);
  });

  it('knows the beginning of the chat when a page is short, or when the chat is shorter than the live part', () => {
    expect(withOlder(settledAt(5, 7), [at(4)], 3).hasOlder).toBe(false);
    expect(settledAt(1, 2).hasOlder).toBe(false);
  });

  it('does not take a result with an unreadable message for the whole chat', () => {
    const window = withLive(emptyWindow<Placed>(), range(2, 3), { ...server, found: 3 });
    expect(window.hasOlder).toBe(true);
  });

  it('stops loading at its limit, and does not take that for the beginning of the chat', () => {
    const nearly = withOlder(settledAt(20_001, 20_003), range(20_005 - WINDOW_MAX, 20_000), WINDOW_MAX - 4);
    expect([canLoadOlder(nearly), nearly.hasOlder]).toEqual([true, true]);
    const full = withOlder(nearly, [at(20_004 - WINDOW_MAX)], 1);
    expect([canLoadOlder(full), full.hasOlder]).toEqual([false, true]);
  });

  it('knows whether it holds everything after a time', () => {
    const window = settledAt(5, 7);
    expect(reachesBackTo(window, { seconds: 5, nanoseconds: 0 })).toBe(true);
    expect(reachesBackTo(window, { seconds: 4, nanoseconds: 999_999_999 })).toBe(false);
    const whole = withOlder(window, [at(4)], 3);
    expect(reachesBackTo(whole, { seconds: 1, nanoseconds: 0 })).toBe(true);
  });

  it('cannot know what came after a time until the server has answered', () => {
    const cached = withLive(emptyWindow<Placed>(), range(1, 3), cache);
    expect(reachesBackTo(cached, { seconds: 2, nanoseconds: 0 })).toBe(false);
    expect(canLoadOlder(cached)).toBe(false);
  });

  it('has no gaps after any mix of new messages and older pages', () => {
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

describe('loading back to a message', () => {
  /** A chat with messages 1 to 1003 of which the newest three are held, and pages of a hundred. */
  const pagesOf = (answer: (asked: number) => void = () => {}) => {
    let window = settledAt(1_001, 1_003);
    let asked = 0;
    return {
      asked: () => asked,
      current: () => window,
      async load() {
        asked += 1;
        answer(asked);
        const oldest = window.history[0]?.createdAt.seconds ?? 1_001;
        window = withOlder(window, range(Math.max(1, oldest - 100), oldest - 1), 100);
      },
    };
  };
  const back = (n: number) => (window: MessageWindow<Placed>) =>
    reachesBackTo(window, { seconds: n, nanoseconds: 0 });

  it('stops with the page that holds it', async () => {
    const pages = pagesOf();
    expect(await loadOlderUntil(pages, back(750), 50)).toBe(true);
    expect(pages.asked()).toBe(3);
    expect(numbers(pages.current())).toEqual(range(701, 1_003).map((m) => m.createdAt.seconds));
  });

  it('loads nothing when it is held already', async () => {
    const pages = pagesOf();
    expect(await loadOlderUntil(pages, back(1_001), 50)).toBe(true);
    expect(pages.asked()).toBe(0);
  });

  it('stops at the most pages it may load, and says that it is not enough', async () => {
    const pages = pagesOf();
    expect(await loadOlderUntil(pages, back(2), 4)).toBe(false);
    expect(pages.asked()).toBe(4);
    expect(await loadOlderUntil(pages, back(2), 6)).toBe(true);
    expect(pages.asked()).toBe(10);
  });

  it('stops at the beginning of the chat', async () => {
    const pages = pagesOf();
    expect(await loadOlderUntil(pages, () => false, 50)).toBe(false);
    expect(numbers(pages.current())[0]).toBe(1);
    expect(pages.asked()).toBe(11);
  });

  it('keeps what it has when a page does not come', async () => {
    const pages = pagesOf((asked) => {
      if (asked === 3) throw new Error('offline');
    });
    await expect(loadOlderUntil(pages, back(2), 50)).rejects.toThrow('offline');
    expect(numbers(pages.current())[0]).toBe(801);
  });
});
