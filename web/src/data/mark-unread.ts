import { inboxRowPath, type UnreadMark, unreadMark } from '@sameboat/model/inbox-row';
import { serverTime } from '../firebase/encode-value.ts';
import { commitNow } from './commit-now.ts';

/**
 * Marks a chat as unread from a message on, in the person's chat list on all devices. Throws DataError: 'offline',
 * 'not-allowed' when newer messages have arrived than were counted, or there is no row.
 */
export function markUnread(uid: string, chatId: string, mark: UnreadMark): Promise<void> {
  return commitNow([{ update: inboxRowPath(uid, chatId), data: unreadMark(mark, serverTime) }]);
}
