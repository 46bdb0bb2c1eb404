import type { Live } from '../../data/live-source.ts';
import { useLive } from '../../data/use-live.ts';
import { type InboxEntry, watchInbox, watchInboxRow } from '../../data/watch-inbox.ts';

/**
 * The chat's row in the person's chat list; null when there is none yet. It comes with the list, which is followed
 * anyway. Only for a chat further down than the list reaches it is one more read.
 */
export function useInboxRow(uid: string, chatId: string): Live<InboxEntry | null> {
  const list = useLive(watchInbox(uid));
  const listed = list.value?.find((row) => row.id === chatId);
  const isElsewhere = list.value !== undefined && listed === undefined;
  const alone = useLive(isElsewhere ? watchInboxRow(uid, chatId) : null);
  if (listed === undefined) return alone;
  return { status: 'ready', value: listed, fromCache: list.fromCache, error: null };
}
