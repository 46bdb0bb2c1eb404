import { compareTimes } from '@sameboat/model/time';
import type { InboxEntry } from '../../data/watch-inbox.ts';

/**
 * How many messages of a chat are unread. Functions count; but what I have read is my own mark, so a chat read to its
 * end shows none from that moment, whatever the count still says.
 */
export function unreadOf(row: Pick<InboxEntry, 'unread' | 'readAt' | 'last'>): number {
  if (row.readAt !== null && row.last !== null && compareTimes(row.readAt, row.last.at) >= 0) return 0;
  return row.unread;
}

/** "3", and "99+" where the number itself no longer helps. */
export function unreadLabel(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}
