import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** This close to the end counts as being there. */
const NEAR_PX = 64;

/**
 * Whether the reader is at the end of a scrolling element. While they are, the end stays in sight when the element gets
 * smaller (a keyboard, a composer that grows). Only their own scrolling up ends it: content that grows below, or older
 * content that is put above, does not.
 */
export function useFollowEnd(scroller: RefObject<HTMLElement | null>, startsAtEnd: boolean) {
  const [atEnd, setAtEnd] = useState(startsAtEnd);
  const following = useRef(startsAtEnd);
  const last = useRef({ scrollTop: 0, clientHeight: 0 });

  /** Call on every scroll and resize. With `canLeave` a reader who is not near the end has left it. */
  const measure = useCallback(
    ({ canLeave = false } = {}) => {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop, scrollHeight, clientHeight } = element;
      const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      // The browser scrolls up by itself when the element gets larger.
      const sameHeight = clientHeight === last.current.clientHeight;
      const hasMovedUp = sameHeight && scrollTop < last.current.scrollTop - 1;
      last.current = { scrollTop, clientHeight };
      following.current = isNear || (following.current && !hasMovedUp && !canLeave);
      setAtEnd(following.current);
    },
    [scroller],
  );

  /** The reader asked to be taken to the end. */
  const follow = useCallback(() => {
    following.current = true;
    setAtEnd(true);
  }, []);

  /** What is about to grow at the end must not move what the reader looks at. */
  const letGo = useCallback(() => {
    following.current = false;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTo({ top: element.scrollHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  return { atEnd, following, measure, follow, letGo };
}
