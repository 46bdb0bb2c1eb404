import type { InboxEntry } from '../../data/watch-inbox.ts';

/** The one line of the last message: who, then what. Between two people only my own lines say who. */
export function previewOf(
  row: Pick<InboxEntry, 'type' | 'last'>,
  uid: string,
): { who: string; what: string } {
  if (row.last === null) return { who: '', what: 'No messages yet' };
  const what = row.last.text.replace(/\s+/g, ' ').trim();
  if (row.last.senderId === uid) return { who: 'You', what };
  if (row.type === 'direct' || row.type === 'match') return { who: '', what };
  return { who: row.last.senderName ?? '', what };
}
