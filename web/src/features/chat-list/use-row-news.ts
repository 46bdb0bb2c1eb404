import type { LastMessage } from '@sameboat/model/chat';
import { compareTimes } from '@sameboat/model/time';
import { useLive } from '../../data/use-live.ts';
import { watchChatLast } from '../../data/watch-chat-last.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { unreadOf } from './unread-of.ts';

interface RowNews {
  last: LastMessage | null;
  /** How many messages are unread; 'some' in a large chat, where they are not counted. */
  unread: number | 'some';
}

/**
 * The last message of a row and what is unread. Functions write both into the row, except for chats with too many
 * members: there a row without a last message asks the chat for it, which is one more read.
 */
export function useRowNews(uid: string, row: InboxEntry): RowNews {
  const isShared = row.type === 'group' || row.type === 'home';
  const asked = useLive(row.last === null && isShared ? watchChatLast(uid, row.id) : null).value;
  if (row.last !== null || !asked) return { last: row.last, unread: unreadOf(row) };
  const isNew = asked.senderId !== uid && (row.readAt === null || compareTimes(asked.at, row.readAt) > 0);
  return { last: asked, unread: isNew ? 'some' : 0 };
}
