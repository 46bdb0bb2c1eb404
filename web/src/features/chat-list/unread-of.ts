import type { InboxEntry } from '../../data/watch-inbox.ts';

/**
 * How many messages of a chat are unread. Functions count; but what I have read is my own mark, so a chat read to its
 * end shows none from that moment, whatever the count still says.
 */
export function unreadOf(row: Pick<InboxEntry, 'unread' | 'readAt' | 'last'>): number {
  if (row.readAt !== null && row.last !== null && !isBefore(row.readAt, row.last.at)) return 0;
  return row.unread;
}

interface Time {
  readonly seconds: number;
  readonly nanoseconds: number;
}

function isBefore(a: Time, b: Time): boolean {
  return a.seconds < b.seconds || (a.seconds === b.seconds && a.nanoseconds < b.nanoseconds);
}

/** "3", and "99+" where the number itself no longer helps. */
export function unreadLabel(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}
