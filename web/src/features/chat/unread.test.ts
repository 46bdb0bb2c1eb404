import { describe, expect, it } from 'vitest';
import { type CountableWindow, newAfter, readUpTo } from './unread.ts';

type Message = CountableWindow['live'][number];

const time = (seconds: number, nanoseconds = 0) => ({ seconds, nanoseconds, toMillis: () => seconds * 1000 });

const message = (n: number, over: Partial<Message> = {}): Message => ({
  id: `m${n}`,
  senderId: 'ben',
  createdAt: time(n),
  deletedAt: null,
  ...over,
});

const mine = { senderId: 'ada' };
const deleted = { deletedAt: time(9_999) };
const unchanged = () => ({});

/** A chat of Ben's messages 1 to `newest`, one a second, of which those from `oldest` on are loaded, 100 of them live. */
function loaded(oldest: number, newest: number, change: (n: number) => Partial<Message> = unchanged) {
  const all = Array.from({ length: newest - oldest + 1 }, (_, index) =>
    message(oldest + index, change(oldest + index)),
  );
  const window: CountableWindow = {
    history: all.slice(0, -100),
    live: all.slice(-100),
    settled: true,
    hasOlder: oldest > 1,
  };
  return window;
}

describe('what is new in a chat', () => {
  it.each([1, 99, 100, 121, 130, 250])(
    'is %i messages when so many came after the read position, whatever older history is loaded',
    (unread) => {
      for (const oldest of [50, 38, 1]) {
        const found = newAfter(loaded(oldest, 50 + unread), 'ada', time(50));
        expect(found).toEqual({ first: 'm51', count: unread, more: false });
      }
    },
  );

  it.each([130, 121, 101])(
    'begins further back than the hundred that are loaded when there are %i, and the count says so',
    (unread) => {
      const found = newAfter(loaded(51 + unread - 100, 50 + unread), 'ada', time(50));
      expect(found).toEqual({ first: null, count: 100, more: true });
    },
  );

  it('may begin further back when all hundred that are loaded are new', () => {
    expect(newAfter(loaded(51, 150), 'ada', time(50))).toEqual({ first: null, count: 100, more: true });
    expect(newAfter(loaded(1, 100), 'ada', time(0))).toEqual({ first: 'm1', count: 100, more: false });
  });

  it('leaves out mine and deleted ones', () => {
    const window = loaded(1, 131, (n) => (n === 2 || n % 13 === 0 ? mine : n % 10 === 0 ? deleted : {}));
    // Of 130 there are 10 multiples of 13, 13 of 10, one of both, and number 2.
    expect(newAfter(window, 'ada', time(1))).toEqual({ first: 'm3', count: 107, more: false });
  });

  it('does not begin with a message of mine or a deleted one', () => {
    const window = loaded(1, 10, (n) => (n === 4 ? mine : n === 5 ? deleted : {}));
    expect(newAfter(window, 'ada', time(3))).toEqual({ first: 'm6', count: 5, more: false });
  });

  it('is nothing when everything is read, or when only mine and deleted ones came after', () => {
    const nothing = { first: null, count: 0, more: false };
    expect(newAfter(loaded(1, 10), 'ada', time(10))).toEqual(nothing);
    const window = loaded(1, 10, (n) => (n === 9 ? mine : n === 10 ? deleted : {}));
    expect(newAfter(window, 'ada', time(8))).toEqual(nothing);
  });

  it('is told to the nanosecond', () => {
    const twins = [1_000, 2_000].map((nanoseconds) =>
      message(nanoseconds, { createdAt: time(1, nanoseconds) }),
    );
    const window = { ...loaded(1, 1), live: twins };
    expect(newAfter(window, 'ada', time(1, 1_000))).toMatchObject({ first: 'm2000', count: 1 });
    expect(newAfter(window, 'ada', time(1, 2_000))).toMatchObject({ first: null, count: 0 });
  });

  it('is not known for sure from what the device had stored', () => {
    const window = { ...loaded(1, 10), settled: false };
    expect(newAfter(window, 'ada', time(5))).toEqual({ first: null, count: 5, more: true });
  });
});

describe('what was read when the chat was opened', () => {
  const opening = { readAt: time(20), newest: time(150), markedAt: null };

  it('is the read position', () => {
    expect(readUpTo(loaded(1, 150), 'ada', opening)).toEqual(opening.readAt);
  });

  it('is my newest message when that is later: people have read what they answer', () => {
    for (const own of [40, 60, 140]) {
      const window = loaded(1, 150, (n) => (n === own || n === 30 ? mine : {}));
      expect(readUpTo(window, 'ada', opening).seconds).toBe(own);
    }
  });

  it('is the read position when I marked the chat as unread after my newest message', () => {
    const window = loaded(1, 150, (n) => (n === 60 || n === 90 ? mine : {}));
    expect(readUpTo(window, 'ada', { ...opening, markedAt: time(90) }).seconds).toBe(20);
    expect(readUpTo(window, 'ada', { ...opening, markedAt: time(60) }).seconds).toBe(90);
  });

  it('is not moved by what I write after opening the chat', () => {
    expect(
      readUpTo(
        loaded(1, 151, (n) => (n === 151 ? mine : {})),
        'ada',
        opening,
      ).seconds,
    ).toBe(20);
  });

  it('is the read position in a chat that was empty', () => {
    const empty = { ...opening, newest: null };
    expect(
      readUpTo(
        loaded(30, 30, () => mine),
        'ada',
        empty,
      ).seconds,
    ).toBe(20);
  });
});
