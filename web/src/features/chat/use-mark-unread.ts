import { useCallback } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { markUnread } from '../../data/mark-unread.ts';
import { emptyWindow } from '../../data/message-window.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { toast } from '../../ui/toasts.ts';
import type { ChatInSight } from './shown-chat.ts';
import { unreadMarkFrom } from './unread-mark.ts';

/** Marks a chat as unread from one of its messages on, and says whether that went well. */
export function useMarkUnread({ uid, chatId, me }: ChatInSight, blocked: ReadonlySet<string>) {
  return useCallback(
    async (id: string): Promise<void> => {
      const window = watchMessages(uid, chatId).getSnapshot().value ?? emptyWindow<MessageWithId>();
      const mark = unreadMarkFrom(window, { id, me, blocked });
      if (mark === null) return;
      try {
        await markUnread(uid, chatId, mark);
        toast('Marked as unread until you open this chat again.');
      } catch (cause) {
        const error = toDataError(cause);
        toast(
          error.code === 'not-allowed'
            ? 'New messages have just arrived. Try again in a moment.'
            : errorSentence(error),
        );
      }
    },
    [uid, chatId, me, blocked],
  );
}
