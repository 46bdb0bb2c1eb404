import { compareTimes } from '@sameboat/model/time';
import type { InboxEntry } from '../../data/watch-inbox.ts';

/**
 * How many messages of a chat are unread. Functions count them. But the read position is my own, so a chat that is read
 * to its end shows none from that moment on, whatever the count still says. The row of a match does not have the last
 * message; it has its time.
 */
export function unreadOf(row: Pick<InboxEntry, 'unread' | 'readAt' | 'last' | 'updatedAt'>): number {
  const newest = row.last?.at ?? row.updatedAt;
  return row.readAt !== null && compareTimes(row.readAt, newest) >= 0 ? 0 : row.unread;
}
