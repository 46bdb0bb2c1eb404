import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useState,
} from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { TimelineRow } from './timeline.ts';

/** How long to try, in frames: a row that has just been drawn is hidden until the list has measured it. */
const FRAMES = 30;
/** How long a message that the reader was led to is kept in the middle: the rows around it are being measured. */
const SETTLING_FRAMES = 20;

interface Wanted {
  readonly key: string;
  readonly block: 'nearest' | 'center';
}

/**
 * The list is a stop of the Tab key. From there the arrow keys, Home and End go from message to message. The message
 * with the focus stays in the document when it is scrolled out of sight, so that the focus is never lost.
 */
export function useMessageFocus(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly TimelineRow[],
) {
  const [focused, setFocused] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const indexOf = (key: string | null) => (key === null ? -1 : rows.findIndex((row) => row.key === key));
  const focusedIndex = indexOf(focused);

  useLayoutEffect(() => {
    if (wanted === null) return;
    let frame = 0;
    const attempt = (left: number) => {
      const article = articleOf(scroller.current, wanted.key);
      article?.focus({ preventScroll: true });
      const hasFocus = article !== undefined && document.activeElement === article;
      if (hasFocus) article.scrollIntoView({ block: wanted.block });
      const isSettled = wanted.block === 'nearest' || left <= FRAMES - SETTLING_FRAMES;
      if ((hasFocus && isSettled) || left === 0) setWanted(null);
      else frame = requestAnimationFrame(() => attempt(left - 1));
    };
    attempt(FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [wanted, scroller]);

  // The message with the focus is gone: discarded, or dropped with everything that was loaded.
  useLayoutEffect(() => {
    if (focused === null || focusedIndex >= 0) return;
    setFocused(null);
    scroller.current?.focus({ preventScroll: true });
  }, [focused, focusedIndex, scroller]);

  const onFocus = (event: FocusEvent<HTMLElement>) => setFocused(keyOf(event.target));

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const current = event.target instanceof Element ? keyOf(event.target) : null;
    const from = current === null ? null : rows.findIndex((row) => row.key === current);
    const key = nextMessage(rows, event.key, from, () => lastInSight(list.current));
    if (key === null) return;
    event.preventDefault();
    setWanted({ key, block: 'nearest' });
  };

  /** Leads to a message: brings it to the middle and gives it the focus. */
  const goTo = useCallback((key: string) => setWanted({ key, block: 'center' }), []);
  /** The reader goes elsewhere. */
  const letGo = useCallback(() => setWanted(null), []);

  return {
    goTo,
    letGo,
    /** The rows to keep in the document. */
    keptRows: [focusedIndex, indexOf(wanted?.key ?? null)].filter((index) => index >= 0),
    listProps: { tabIndex: 0, onFocus, onBlur, onKeyDown },
  };
}

/**
 * The key of the message that a pressed key leads to from the row at `from`; null if it leads nowhere. Without a message
 * to start from, the arrow keys lead to the last one in sight.
 */
export function nextMessage(
  rows: readonly TimelineRow[],
  pressed: string,
  from: number | null,
  lastRowInSight: () => number,
): string | null {
  const isMessage = (row: TimelineRow) => row.kind === 'message';
  const last = (end: number) => rows.slice(0, end).findLast(isMessage)?.key ?? null;
  const first = (start: number) => rows.slice(start).find(isMessage)?.key ?? null;
  switch (pressed) {
    case 'ArrowUp':
      return last(from ?? lastRowInSight() + 1);
    case 'ArrowDown':
      return from === null ? last(lastRowInSight() + 1) : first(from + 1);
    case 'Home':
      return first(0);
    case 'End':
      return last(rows.length);
    default:
      return null;
  }
}

function lastInSight(list: VirtualizerHandle | null): number {
  return list === null ? -1 : list.findItemIndex(list.scrollOffset + list.viewportSize - 1);
}

/** The key of the message that an element belongs to. */
export function keyOf(element: Element): string | null {
  return element.closest<HTMLElement>('[data-message]')?.dataset.message ?? null;
}

function articleOf(scroller: HTMLElement | null, key: string): HTMLElement | undefined {
  const drawn = scroller?.querySelectorAll<HTMLElement>('[data-message]') ?? [];
  return [...drawn].find((article) => article.dataset.message === key);
}
