import { useCallback, useState } from 'react';
import type { MessageWindow } from '../../data/message-window.ts';
import { loadMessagesUntil, type MessageWithId } from '../../data/watch-messages.ts';

export type LoadState = 'idle' | 'loading' | 'failed';

/** Loads older messages of a chat: one page, or as many as it takes. */
export function useOlderMessages(uid: string, chatId: string) {
  const [state, setState] = useState<LoadState>('idle');

  /** Resolves when it is enough, at the most pages, or when a page could not be loaded. Never rejects. */
  const loadUntil = useCallback(
    async (isEnough: (window: MessageWindow<MessageWithId>) => boolean, maxPages: number): Promise<void> => {
      setState('loading');
      try {
        await loadMessagesUntil(uid, chatId, { isEnough, maxPages });
        setState('idle');
      } catch {
        setState('failed');
      }
    },
    [uid, chatId],
  );

  const loadPage = useCallback((): void => {
    void loadUntil(() => false, 1);
  }, [loadUntil]);

  return { state, loadUntil, loadPage };
}
