import { describe, expect, it } from 'vitest';
import { shownMessage } from './shown-message.fixture.ts';
import { toTimeline } from './timeline.ts';
import { hasJustWritten, hasNewLine, isPrepended, newestMessageRow } from './timeline-change.ts';

const noon = new Date(2026, 10, 20, 12, 0).getTime();
const hour = 3_600_000;
/** A message every hour from before noon of the day before. */
const messages = Array.from({ length: 40 }, (_, index) =>
  shownMessage({ id: `m${index}`, at: noon + (index - 30) * hour }),
);
const rows = (from: number, to: number, line: string | null = null) =>
  toTimeline(messages.slice(from, to), line);

describe('older rows in front of the rows that were drawn', () => {
  it('are told by what was the first message, though the days above it move', () => {
    expect(isPrepended(rows(20, 40), rows(5, 40))).toBe(true);
    expect(isPrepended(rows(20, 40), rows(19, 40))).toBe(true);
  });

  it('may come with the unread line', () => {
    expect(isPrepended(rows(20, 40), rows(5, 40, 'm12'))).toBe(true);
    expect(isPrepended(rows(20, 40), rows(5, 40, 'm20'))).toBe(true);
  });

  it('are none when messages come at the end, or when nothing was drawn before', () => {
    expect(isPrepended(rows(20, 39), rows(20, 40))).toBe(false);
    expect(isPrepended(rows(20, 39), rows(10, 40))).toBe(false);
    expect(isPrepended([], rows(20, 40))).toBe(false);
  });

  it('are none when only the unread line comes, or when other messages take the place of these', () => {
    expect(isPrepended(rows(20, 40), rows(20, 40, 'm30'))).toBe(false);
    expect(isPrepended(rows(0, 10), rows(20, 40))).toBe(false);
  });
});

describe('a message that was just written here', () => {
  const mine = shownMessage({ id: 'mine', senderId: 'me', at: noon + 20 * hour, delivery: 'sending' });
  const before = toTimeline(messages, null);

  it('is the newest, mine, and on its way', () => {
    expect(hasJustWritten(before, toTimeline([...messages, mine], null))).toBe(true);
  });

  it('is no message that came from the server, mine or not', () => {
    expect(hasJustWritten(before, toTimeline([...messages, { ...mine, delivery: 'sent' }], null))).toBe(
      false,
    );
    expect(hasJustWritten(before.slice(0, -1), before)).toBe(false);
  });

  it('is not written once more when it has arrived', () => {
    const waiting = toTimeline([...messages, mine], null);
    expect(hasJustWritten(waiting, toTimeline([...messages, { ...mine, delivery: 'waiting' }], null))).toBe(
      false,
    );
  });
});

describe('the unread line', () => {
  it('is new when it was not there before', () => {
    expect(hasNewLine(rows(20, 40), rows(5, 40, 'm12'))).toBe(true);
    expect(hasNewLine(rows(20, 40, 'm22'), rows(5, 40, 'm22'))).toBe(false);
    expect(hasNewLine([], rows(5, 40, 'm12'))).toBe(false);
  });
});

describe('the newest message row', () => {
  it('is the last one, and none in an empty chat', () => {
    expect(newestMessageRow(rows(0, 40))?.key).toBe('m39');
    expect(newestMessageRow([])).toBeUndefined();
  });
});
