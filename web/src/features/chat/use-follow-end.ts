import { type RefObject, useCallback, useRef, useState } from 'react';

/** So near to the end counts as being there. */
const NEAR_PX = 64;

/**
 * Whether the reader is at the end of a scrolling element. Only the reader's own scrolling up ends it: content that
 * grows below, or older content put above, does not.
 */
export function useFollowEnd(scroller: RefObject<HTMLElement | null>, startsAtEnd: boolean) {
  const [atEnd, setAtEnd] = useState(startsAtEnd);
  const following = useRef(startsAtEnd);
  const lastTop = useRef(0);

  /** `keeps`: whoever was at the end still is when content grows below. Not so while the list finds its place. */
  const measure = useCallback(
    (keeps = true) => {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop, scrollHeight, clientHeight } = element;
      const near = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      const movedUp = scrollTop < lastTop.current - 1;
      lastTop.current = scrollTop;
      const now = near || (keeps && following.current && !movedUp);
      if (now === following.current) return;
      following.current = now;
      setAtEnd(now);
    },
    [scroller],
  );

  /** For a jump to the end on the reader's behalf. */
  const follow = useCallback(() => {
    following.current = true;
    setAtEnd(true);
  }, []);

  return { atEnd, following, measure, follow };
}
