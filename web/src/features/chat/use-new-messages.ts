import { pageLimits } from '@sameboat/model/limits';
import { type FirestoreTime, latestTime } from '@sameboat/model/time';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { canLoadOlder, type MessageWindow, reachesBackTo, WINDOW_MAX } from '../../data/message-window.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { type NewMessages, newAfter, type ReadAtOpening, readUpTo } from './unread.ts';
import type { useOlderMessages } from './use-older-messages.ts';

/** How many older pages a chat loads by itself so that it can open at the first new message. */
export const OPENING_PAGES = 4;

interface Options {
  window: MessageWindow<MessageWithId>;
  /** The id that my messages carry. */
  me: string;
  /** Null until it is known. */
  opening: ReadAtOpening | null;
  older: ReturnType<typeof useOlderMessages>;
  /** Whether the newest message is on the screen. */
  atEnd: boolean;
}

export interface NewInChat {
  /** False while the messages up to the first new one are being loaded. */
  isReady: boolean;
  /** The message that the unread line comes before; null if there is none, or if it is not loaded. */
  line: string | null;
  /** Whether there is a line that is not loaded. */
  isLineMissing: boolean;
  /** What was new when the chat was opened, and what came since. */
  sinceOpening: NewMessages;
  /** What came after the newest message that was on the screen. */
  unseen: NewMessages;
  /** Loads everything back to the first new message, as far as memory allows. Never rejects. */
  loadLine: () => Promise<void>;
}

const NOTHING: NewMessages = { first: null, count: 0, more: false };

/** What is new in a chat, counted from the read position and whatever is loaded. */
export function useNewMessages({ window, me, opening, older, atEnd }: Options): NewInChat {
  const [line, setLine] = useState<string | null>();
  const [hasTried, setHasTried] = useState(false);
  const [seen, setSeen] = useState<FirestoreTime | null>(null);

  const read = useMemo(() => opening && readUpTo(window, me, opening), [window, me, opening]);
  const sinceOpening = useMemo(() => (read ? newAfter(window, me, read) : NOTHING), [window, me, read]);
  const unseen = useMemo(
    () => (read ? newAfter(window, me, latestTime(read, seen) ?? read) : NOTHING),
    [window, me, read, seen],
  );

  // The line stays where it was first drawn.
  if (opening !== null && line === undefined && !sinceOpening.more) setLine(sinceOpening.first);
  const newest = window.live.at(-1)?.createdAt;
  if (atEnd && newest && newest !== seen) setSeen(newest);

  const { loadUntil } = older;
  const load = useCallback(
    (maxPages: number) =>
      opening === null
        ? Promise.resolve()
        : loadUntil((loaded) => reachesBackTo(loaded, readUpTo(loaded, me, opening)), maxPages),
    [loadUntil, me, opening],
  );
  const loadLine = useCallback(() => load(WINDOW_MAX / pageLimits.messages), [load]);

  const mustLoad = opening !== null && sinceOpening.more && canLoadOlder(window) && !hasTried;
  useEffect(() => {
    if (mustLoad) void load(OPENING_PAGES).then(() => setHasTried(true));
  }, [mustLoad, load]);

  return {
    isReady: opening !== null && !mustLoad,
    line: line ?? null,
    isLineMissing: opening !== null && line === undefined && sinceOpening.count > 0,
    sinceOpening,
    unseen,
    loadLine,
  };
}
