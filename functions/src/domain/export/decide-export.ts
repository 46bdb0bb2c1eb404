import { exportCallsPerHour, exportsPerHour } from '@sameboat/model/export-my-data';

const windowMs = 3_600_000;

/** How much of the hour's exports is used; `since` in milliseconds. */
export interface ExportCounter {
  readonly since: number;
  readonly starts: number;
  readonly calls: number;
}

/** The counter after one more call, or null when that is one too many. A start is a call without a cursor. */
export function nextExportCounter(
  stored: ExportCounter | null,
  { isStart, now }: { readonly isStart: boolean; readonly now: number },
): ExportCounter | null {
  const isOver = stored === null || now >= stored.since + windowMs;
  // An export that began before the hour was over goes on; it counts in the new hour.
  const current = isOver ? { since: now, starts: 0, calls: 0 } : stored;
  const next = { ...current, starts: current.starts + (isStart ? 1 : 0), calls: current.calls + 1 };
  return next.starts > exportsPerHour || next.calls > exportCallsPerHour ? null : next;
}
