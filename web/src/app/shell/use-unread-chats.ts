import { useLive } from '../../data/use-live.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { unreadOf } from '../../features/chat-list/unread-of.ts';

/** How many of my chats hold something unread, muted ones left out. Shares the chat list's listener: no read of its own. */
export const useUnreadChats = (uid: string): number => {
  const inbox = useLive(watchInbox(uid));
  return (inbox.value ?? []).filter((row) => !row.muted && unreadOf(row) > 0).length;
};
