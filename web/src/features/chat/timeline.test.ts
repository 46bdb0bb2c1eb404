import { describe, expect, it } from 'vitest';
import type { ShownMessage } from './shown-message.ts';
import { firstUnread, GROUP_GAP_MS, toTimeline } from './timeline.ts';

const noon = new Date(2026, 10, 20, 12, 0).getTime();
let count = 0;

function message(senderId: string, at: number, over: Partial<ShownMessage> = {}): ShownMessage {
  return {
    id: `m${++count}`,
    senderId,
    mine: senderId === 'me',
    kind: 'text',
    text: 'hello',
    contentNote: null,
    edited: false,
    deleted: false,
    at,
    delivery: 'sent',
    failure: null,
    ...over,
  };
}

const shape = (messages: ShownMessage[], unreadFrom: string | null = null) =>
  toTimeline(messages, unreadFrom).map((row) =>
    row.kind === 'message' ? `${row.head ? 'head' : ''}${row.foot ? 'foot' : ''}` || 'middle' : row.kind,
  );

describe('the timeline of a chat', () => {
  it('groups what one person writes within five minutes', () => {
    const rows = shape([message('ada', noon), message('ada', noon + 60_000), message('ada', noon + 120_000)]);
    expect(rows).toEqual(['day', 'head', 'middle', 'foot']);
  });

  it('begins a new group after five minutes, and for another person', () => {
    const late = noon + GROUP_GAP_MS + 1;
    expect(shape([message('ada', noon), message('ada', late), message('bo', late)])).toEqual([
      'day',
      'headfoot',
      'headfoot',
      'headfoot',
    ]);
  });

  it('says the day once, at its first message', () => {
    const before = new Date(2026, 10, 19, 23, 59).getTime();
    const after = new Date(2026, 10, 20, 0, 1).getTime();
    expect(shape([message('ada', before), message('ada', after)])).toEqual([
      'day',
      'headfoot',
      'day',
      'headfoot',
    ]);
  });

  it('draws the unread line once, before the message it belongs to, and parts the group there', () => {
    const messages = [message('ada', noon), message('ada', noon + 1_000)];
    expect(shape(messages, messages[1]?.id ?? null)).toEqual(['day', 'headfoot', 'unread', 'headfoot']);
  });

  it('has a key for each row that no other row has', () => {
    const messages = Array.from({ length: 50 }, (_, i) =>
      message(i % 3 ? 'ada' : 'bo', noon + i * 3_600_000),
    );
    const keys = toTimeline(messages, messages[10]?.id ?? null).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the first unread message', () => {
  it('is the first of others after the read position', () => {
    const messages = [
      message('ada', noon),
      message('me', noon + 1),
      message('ada', noon + 2),
      message('bo', noon + 3),
    ];
    expect(firstUnread(messages, noon)).toBe(messages[2]?.id);
  });

  it('is none when all is read, when only mine are new, or when nothing was ever read', () => {
    const messages = [message('ada', noon), message('me', noon + 2)];
    expect(firstUnread(messages, noon)).toBeNull();
    expect(firstUnread(messages, noon + 10)).toBeNull();
    expect(firstUnread(messages, null)).toBeNull();
  });
});
