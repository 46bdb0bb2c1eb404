import { describe, expect, it } from 'vitest';
import { unreadOf } from './unread-of.ts';

const time = (seconds: number, nanoseconds = 0) => ({ seconds, nanoseconds, toMillis: () => seconds * 1000 });
const last = { text: 'hello', senderId: 'bo', senderName: 'Bo', at: time(100) };

describe('the number of unread messages', () => {
  it('is what was counted while the last message is newer than what I read', () => {
    expect(unreadOf({ unread: 3, last, updatedAt: time(200), readAt: time(99, 999_999_000) })).toBe(3);
    expect(unreadOf({ unread: 3, last, updatedAt: time(200), readAt: null })).toBe(3);
  });

  it('is none from the moment that I have read to the end, whatever was counted', () => {
    expect(unreadOf({ unread: 3, last, updatedAt: time(200), readAt: time(100) })).toBe(0);
    expect(unreadOf({ unread: 3, last, updatedAt: time(200), readAt: time(101) })).toBe(0);
  });

  it('goes by the time of the last message in a match, whose row does not have the message', () => {
    const match = { unread: 2, last: null, updatedAt: time(100) };
    expect(unreadOf({ ...match, readAt: time(99) })).toBe(2);
    expect(unreadOf({ ...match, readAt: time(100) })).toBe(0);
  });
});
