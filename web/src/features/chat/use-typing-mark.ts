import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { hasMemberAmong } from '../../data/has-member-among.ts';
import { createTypingMark } from '../../data/typing-mark.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';

interface TypingMarkOptions {
  readonly uid: string;
  readonly chat: ChatEntry;
  /** The id that others know me by here. */
  readonly me: string;
}

/**
 * What to call with each change of what I write (`any`: there are words): shows the others that I am typing. Never in a
 * group with somebody I blocked, as one mark is for all its members (docs/decisions/0053-typing-and-receipts.md).
 */
export function useTypingMark({ uid, chat, me }: TypingMarkOptions): (any: boolean) => void {
  const [hasTyped, setHasTyped] = useState(false);
  const isUnseen = useIsUnseen(uid, chat, hasTyped);
  const mark = useMemo(() => createTypingMark(chat.id, me), [chat.id, me]);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = isUnseen;
  }, [isUnseen]);

  useEffect(() => () => mark.stopped(), [mark]);

  return useCallback(
    (any) => {
      setHasTyped(true);
      if (any && isShown.current) mark.typed();
      if (!any) mark.stopped();
    },
    [mark],
  );
}

/** Whether nobody I blocked would see my mark; false until that is known. In private chats the rules refuse it. */
function useIsUnseen(uid: string, chat: ChatEntry, wanted: boolean): boolean {
  const isGroup = chat.type === 'group';
  const blocks = useLive(isGroup && wanted ? watchBlocks(uid) : null).value;
  const [unseenBy, setUnseenBy] = useState<typeof blocks>(undefined);
  useEffect(() => {
    if (blocks === undefined) return;
    let current = true;
    hasMemberAmong(
      chat.id,
      blocks.map(({ id }) => id),
    ).then(
      (has) => {
        if (current) setUnseenBy(has ? undefined : blocks);
      },
      () => {
        // Not known: so it is not shown.
      },
    );
    return () => {
      current = false;
    };
  }, [chat.id, blocks]);
  return !isGroup || (blocks !== undefined && unseenBy === blocks);
}
