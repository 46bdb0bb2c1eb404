import { pageLimits } from '@sameboat/model/limits';
import { useCallback, useRef, useState } from 'react';
import { emptyWindow, type MessageWindow } from '../../data/message-window.ts';
import { type MessageWithId, watchMessages } from '../../data/watch-messages.ts';
import { toast } from '../../ui/toasts.ts';
import type { useOlderMessages } from './use-older-messages.ts';

/** So many older messages are loaded at most to reach one. Then the reader is asked. */
const AT_ONCE = 3_000;

/** A message that the reader wants to be led to. Each wish is another object. */
export interface JumpGoal {
  readonly id: string;
}

/** Leads to messages that need not be loaded yet, and back. */
export function useMessageJump(
  uid: string,
  chatId: string,
  { loadUntil }: ReturnType<typeof useOlderMessages>,
) {
  const [goal, setGoal] = useState<JumpGoal | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const turn = useRef(0);

  /** Everything between the message and what is loaded is loaded first. `start` is where "back" leads; null for nowhere. */
  const jumpTo = useCallback(
    async (id: string, start: string | null): Promise<void> => {
      const mine = ++turn.current;
      const source = watchMessages(uid, chatId);
      const current = () => source.getSnapshot().value ?? emptyWindow<MessageWithId>();
      if (!holds(current(), id)) {
        setIsLoading(true);
        await loadUntil((window) => holds(window, id), AT_ONCE / pageLimits.messages);
        if (mine !== turn.current) return;
        setIsLoading(false);
        if (!holds(current(), id)) {
          toast(
            current().hasOlder
              ? 'We have not come to that message yet. Try again to load more.'
              : 'This message is not here any more.',
          );
          return;
        }
      }
      setFrom(start);
      setGoal({ id });
    },
    [uid, chatId, loadUntil],
  );

  const goBack = useCallback(() => {
    if (from !== null) void jumpTo(from, null);
  }, [from, jumpTo]);
  const forgetBack = useCallback(() => setFrom(null), []);

  return { goal, isLoading, canGoBack: from !== null, jumpTo, goBack, forgetBack };
}

function holds({ live, history }: MessageWindow<MessageWithId>, id: string): boolean {
  const isIt = (message: MessageWithId) => message.id === id;
  return live.some(isIt) || history.some(isIt);
}
