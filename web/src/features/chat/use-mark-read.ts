import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import { useEffect, useRef } from 'react';
import { giveReadReceipt, markRead } from '../../data/mark-read.ts';
import { useLive } from '../../data/use-live.ts';
import { watchSettings } from '../../data/watch-settings.ts';
import { usePageVisible } from './use-page-visible.ts';

interface ReadPosition {
  uid: string;
  chatId: string;
  /** The time of the newest message that the server has. */
  newest: FirestoreTime | undefined;
  /** Whether that message is on the screen. */
  atEnd: boolean;
  /** The read position in my inbox row; undefined while there is no row to keep one in. */
  readAt: FirestoreTime | null | undefined;
  /** Whether the chat was marked as unread while it is open. */
  isHeld: boolean;
  /** The read position that the other members see. */
  shownReadAt: FirestoreTime | null;
}

/** Marks the chat as read up to its newest message while that is on the screen and the page is visible. */
export function useMarkRead({ uid, chatId, newest, atEnd, readAt, isHeld, shownReadAt }: ReadPosition): void {
  const isVisible = usePageVisible();
  const settings = useLive(watchSettings(uid));
  const seen = isVisible && atEnd && !isHeld ? newest : undefined;
  useForward(seen, readAt, (time) => markRead(uid, chatId, time));
  useForward(seen, settings.value?.readReceipts ? shownReadAt : undefined, (time) =>
    giveReadReceipt(uid, chatId, time),
  );
}

/** Calls `write` with each `time` that is later than `before`, once: a write that is refused is not repeated. */
function useForward(
  time: FirestoreTime | undefined,
  before: FirestoreTime | null | undefined,
  write: (time: FirestoreTime) => void,
): void {
  const written = useRef<FirestoreTime | null>(null);
  useEffect(() => {
    if (time === undefined || before === undefined) return;
    if (before !== null && compareTimes(time, before) <= 0) return;
    if (written.current !== null && compareTimes(time, written.current) <= 0) return;
    written.current = time;
    write(time);
  });
}
