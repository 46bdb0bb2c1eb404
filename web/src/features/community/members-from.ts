import { memberListAgeMs } from '@sameboat/model/limits';

/** When somebody who joined at `joinedMs` may see the listed members. It is never further away than tomorrow. */
export function membersFrom(joinedMs: number, now: Date): 'now' | 'today' | 'tomorrow' {
  const from = new Date(joinedMs + memberListAgeMs);
  if (from <= now) return 'now';
  return from.toDateString() === now.toDateString() ? 'today' : 'tomorrow';
}
