import { useLive } from '../../data/use-live.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { unreadOf } from '../../features/chat-list/unread-of.ts';

/** How many of my chats hold something unread, muted ones and requests left out. Shares the chat list's listener: no read of its own. */
export const useUnreadChats = (uid: string): number => {
  const inbox = useLive(watchInbox(uid));
  return (inbox.value ?? []).filter((row) => !row.muted && row.request !== 'received' && unreadOf(row) > 0)
    .length;
};
