import { describe, expect, it } from 'vitest';
import { at } from './memory-chat-store.fixture.ts';
import { countUnread, unreadMax } from './unread.ts';

const message = (
  senderId: string,
  millis: number,
  more: { deleted?: boolean; mentions?: string[] } = {},
) => ({
  senderId,
  createdAt: at(millis),
  deleted: false,
  mentions: [],
  ...more,
});

describe('counting what is unread', () => {
  it('counts what others wrote after the read mark', () => {
    const messages = [message('ben', 1), message('ben', 2), message('cy', 3)];
    expect(countUnread('ada', at(1), messages)).toMatchObject({ unread: 2, mentions: 0 });
  });

  it('leaves out what was deleted', () => {
    expect(countUnread('ada', at(0), [message('ben', 1), message('ben', 2, { deleted: true })]).unread).toBe(
      1,
    );
  });

  it('takes a message of my own as having read up to it', () => {
    const count = countUnread('ada', at(0), [message('ben', 3), message('ada', 2), message('ben', 1)]);
    expect(count.unread).toBe(1);
    expect(count.readAt.toMillis()).toBe(at(2).toMillis());
  });

  it('does not take a message as having read up to it when the chat was marked as unread after it', () => {
    const messages = [
      message('ben', 5),
      message('ada', 4),
      message('ben', 3),
      message('ada', 2),
      message('ben', 1),
    ];
    expect(countUnread('ada', at(0), messages, at(2)).unread).toBe(1);
    expect(countUnread('ada', at(0), messages, at(4))).toMatchObject({ unread: 3, readAt: at(0) });
  });

  it('counts the mentions of me among the unread', () => {
    const messages = [
      message('ben', 1, { mentions: ['ada'] }),
      message('ben', 2, { mentions: ['cy'] }),
      message('ben', 3, { mentions: ['ada'], deleted: true }),
    ];
    expect(countUnread('ada', at(0), messages).mentions).toBe(1);
  });

  it('stops at a hundred', () => {
    const messages = Array.from({ length: 150 }, (_, index) => message('ben', index + 1));
    expect(countUnread('ada', at(0), messages).unread).toBe(unreadMax);
  });

  it('tells times apart that differ by less than a millisecond', () => {
    const readAt = { ...at(5), nanoseconds: at(5).nanoseconds + 1_000 };
    const later = { ...message('ben', 5), createdAt: { ...at(5), nanoseconds: at(5).nanoseconds + 2_000 } };
    expect(countUnread('ada', readAt, [message('ben', 5), later]).unread).toBe(1);
  });
});
