import type { TimelineRow } from './timeline.ts';

export type MessageTimelineRow = Extract<TimelineRow, { kind: 'message' }>;

/** The last message among the first `end` rows (all of them when `end` is left out or negative). */
export function lastMessageOf(rows: readonly TimelineRow[], end = -1): MessageTimelineRow | undefined {
  for (let index = (end < 0 ? rows.length : end) - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row?.kind === 'message') return row;
  }
  return undefined;
}

/** How many messages of others stand after the one with key `seen`; all of them when it is null. */
export function countUnseen(rows: readonly TimelineRow[], seen: string | null): number {
  let count = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row?.kind !== 'message') continue;
    if (row.key === seen) break;
    if (!row.message.mine) count += 1;
  }
  return count;
}
