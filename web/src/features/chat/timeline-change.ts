import { hasTools } from './message-tool.ts';
import type { ShownMessage } from './shown-message.ts';
import type { TimelineRow } from './timeline.ts';

type MessageTimelineRow = Extract<TimelineRow, { kind: 'message' }>;

/** Whether `after` is `before` with older rows put in front of it: the list then keeps its distance from the end. */
export function isPrepended(before: readonly TimelineRow[], after: readonly TimelineRow[]): boolean {
  const from = before.findIndex(isMessage);
  const key = before[from]?.key;
  const added = after.findIndex((row) => row.key === key) - from;
  return from >= 0 && added > 0 && after.length === before.length + added;
}

/** The newest message of a timeline. */
export function newestMessageRow(rows: readonly TimelineRow[]): MessageTimelineRow | undefined {
  return rows.findLast(isMessage);
}

/** The message of a timeline with this id. */
export function messageIn(rows: readonly TimelineRow[], id: string): ShownMessage | undefined {
  return rows.findLast((row): row is MessageTimelineRow => isMessage(row) && row.key === id)?.message;
}

/** The newest message of mine that can be edited. */
export function lastOfMine(rows: readonly TimelineRow[]): ShownMessage | undefined {
  return rows.findLast(
    (row): row is MessageTimelineRow => isMessage(row) && row.message.mine && hasTools(row.message),
  )?.message;
}

/** Whether the newest row is a message that was just written on this device. */
export function hasJustWritten(before: readonly TimelineRow[], after: readonly TimelineRow[]): boolean {
  const newest = newestMessageRow(after);
  if (newest === undefined || newest.key === newestMessageRow(before)?.key) return false;
  return newest.message.mine && newest.message.delivery !== 'sent';
}

/** Whether the unread line is there now and was not before. */
export function hasNewLine(before: readonly TimelineRow[], after: readonly TimelineRow[]): boolean {
  const isLine = (row: TimelineRow) => row.kind === 'unread';
  return before.length > 0 && after.some(isLine) && !before.some(isLine);
}

function isMessage(row: TimelineRow): row is MessageTimelineRow {
  return row.kind === 'message';
}
