import { describe, expect, it } from 'vitest';
import type { ShownMessage } from './shown-message.ts';
import { toTimeline } from './timeline.ts';
import { countUnseen, lastMessageOf } from './unseen.ts';

const message = (id: string, mine = false): ShownMessage => ({
  id,
  senderId: mine ? 'me' : 'ada',
  mine,
  kind: 'text',
  text: id,
  contentNote: null,
  edited: false,
  deleted: false,
  at: 1_000,
  delivery: 'sent',
  failure: null,
});

describe('what came while the reader was further up', () => {
  const rows = toTimeline([message('a'), message('b'), message('c', true), message('d')], 'b');

  it('counts the messages of others after the last one seen', () => {
    expect(countUnseen(rows, 'a')).toBe(2);
    expect(countUnseen(rows, 'd')).toBe(0);
    expect(countUnseen(rows, null)).toBe(3);
  });

  it('takes the message before the unread line for the last one seen', () => {
    const line = rows.findIndex((row) => row.kind === 'unread');
    expect(lastMessageOf(rows, line)?.key).toBe('a');
    expect(lastMessageOf(rows)?.key).toBe('d');
  });
});
