import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * After a step to another address, keyboard and screen reader start at the new content. Not on the first screen, and
 * not when the new screen has already put the focus where it is wanted.
 */
export const useFocusOnNavigation = () => {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const element = main.current;
    if (!element || element.contains(document.activeElement)) return;
    element.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};
