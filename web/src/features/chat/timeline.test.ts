import { describe, expect, it } from 'vitest';
import { shownMessage } from './shown-message.fixture.ts';
import type { ShownMessage } from './shown-message.ts';
import { GROUP_GAP_MS, toTimeline } from './timeline.ts';

const noon = new Date(2026, 10, 20, 12, 0).getTime();
const message = (senderId: string, at: number) => shownMessage({ senderId, at });

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

  it('names a day once, before its first message', () => {
    const before = new Date(2026, 10, 19, 23, 59).getTime();
    const after = new Date(2026, 10, 20, 0, 1).getTime();
    expect(shape([message('ada', before), message('ada', after)])).toEqual([
      'day',
      'headfoot',
      'day',
      'headfoot',
    ]);
  });

  it('draws the unread line once, before its message, and begins a new group there', () => {
    const messages = [message('ada', noon), message('ada', noon + 1_000)];
    expect(shape(messages, messages[1]?.id ?? null)).toEqual(['day', 'headfoot', 'unread', 'headfoot']);
  });

  it('gives every row a key of its own', () => {
    const messages = Array.from({ length: 50 }, (_, i) =>
      message(i % 3 ? 'ada' : 'bo', noon + i * 3_600_000),
    );
    const keys = toTimeline(messages, messages[10]?.id ?? null).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
