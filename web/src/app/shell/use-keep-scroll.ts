import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { followScroll, placeOf, scrollBack } from './keep-scroll.ts';

/**
 * A new screen begins at its top; going back, with the browser's button or with an arrow of ours (`state.back`), finds
 * the screen where it was left. On a wide window `main` scrolls, on a phone the page.
 */
export const useKeepScroll = (main: RefObject<HTMLElement | null>): void => {
  const { key, pathname, state } = useLocation();
  const how = useNavigationType();
  const before = useRef<string | null>(null);

  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each entry of the history is a screen of its own
  useLayoutEffect(() => {
    const pane = main.current;
    const scrolls = pane !== null && getComputedStyle(pane).overflowY !== 'visible';
    const scroller = scrolls ? pane : document.scrollingElement;
    if (scroller === null) return;
    const again = before.current === pathname;
    before.current = pathname;
    // The router replaces an entry by itself when somebody presses the link to where they are: back to the top then.
    const stays = how === 'REPLACE' && !again;
    const top = how === 'POP' ? placeOf(key) : leadsBack(state) ? placeOf(pathname) : 0;
    const giveUp = stays ? undefined : scrollBack(scroller, top ?? 0);
    const stopFollowing = followScroll(scroller, [key, pathname]);
    return () => {
      giveUp?.();
      stopFollowing();
    };
  }, [key]);
};

const leadsBack = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && Reflect.get(state, 'back') === true;

/** A pane that is always found where it was left, as the list beside a conversation. */
export const useKeepPane = (pane: RefObject<HTMLElement | null>, name: string): void => {
  useLayoutEffect(() => {
    if (pane.current === null) return;
    const giveUp = scrollBack(pane.current, placeOf(name) ?? 0);
    const stopFollowing = followScroll(pane.current, [name]);
    return () => {
      giveUp();
      stopFollowing();
    };
  }, [pane, name]);
};
