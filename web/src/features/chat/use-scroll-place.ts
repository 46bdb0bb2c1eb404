import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TimelineRow } from './timeline.ts';
import { hasJustWritten, hasNewLine } from './timeline-change.ts';
import { useFollowEnd } from './use-follow-end.ts';

/** How much of what was already read stays in sight above the unread line. */
const CONTEXT_PX = 56;

interface Options {
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  rows: readonly TimelineRow[];
  /** Whether the reader asked for the unread line while it was not loaded: the list goes there when it is. */
  wantsLine: boolean;
}

/**
 * Where the list stands: it opens at the unread line, or else at the end. It stays at the line until the reader moves,
 * as the height of a row is known only once it is drawn. After that it follows the end while the reader is there.
 * The list's own `scrollToIndex` is not used: it repeats itself until 150 ms after the last row was measured, also when
 * the reader has scrolled or unfolded a message meanwhile.
 */
export function useScrollPlace({ scroller, list, rows, wantsLine }: Options) {
  const line = rows.findIndex((row) => row.kind === 'unread');
  const [opensAtLine] = useState(line >= 0);
  const staysAtLine = useRef(opensAtLine);
  const { atEnd, following, measure, follow, letGo } = useFollowEnd(scroller, !opensAtLine);
  const drawn = useRef<readonly TimelineRow[]>([]);

  const scrollToLine = useCallback(() => {
    if (line < 0 || list.current === null) return;
    scroller.current?.scrollTo({ top: list.current.getItemOffset(line) - CONTEXT_PX });
  }, [scroller, list, line]);

  const scrollToEnd = useCallback(() => {
    const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    toEnd();
    // Rows that are drawn only now may be higher than the list expected.
    requestAnimationFrame(() => {
      if (following.current) toEnd();
    });
  }, [scroller, following]);

  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = rows;
    if (before === rows || rows.length === 0) return;
    if (hasJustWritten(before, rows) && before.length > 0) {
      staysAtLine.current = false;
      follow();
    } else if (wantsLine && hasNewLine(before, rows)) {
      staysAtLine.current = true;
      letGo();
    }
    if (staysAtLine.current) scrollToLine();
    else if (following.current) scrollToEnd();
  }, [rows, wantsLine, following, follow, letGo, scrollToLine, scrollToEnd]);

  // At first the heights are guesses, and a chat of a few long messages would seem to be at its end.
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const measureWhenStill = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (staysAtLine.current) scrollToLine();
      frame.current = requestAnimationFrame(() => measure({ canLeave: staysAtLine.current }));
    });
  };

  const onScroll = () => {
    if (staysAtLine.current) measureWhenStill();
    else measure();
  };

  const onResize = () => {
    if (staysAtLine.current) {
      scrollToLine();
      measureWhenStill();
      return;
    }
    if (following.current) scrollToEnd();
    measure();
  };

  /** The reader scrolls, points or types: from here on the place is theirs. */
  const onOwnMove = useCallback(() => {
    staysAtLine.current = false;
  }, []);

  const goToEnd = () => {
    staysAtLine.current = false;
    follow();
    scrollToEnd();
  };

  return { atEnd, onScroll, onResize, onOwnMove, goToEnd, letGo };
}
