import { type RefObject, useEffect } from 'react';

/** A wide screen with a mouse or trackpad: focusing a field there opens no keyboard over the page. */
const WIDE = '(min-width: 768px) and (pointer: fine)';

/**
 * Puts the focus into a field when it appears on a wide screen. Not when somebody has moved on meanwhile: the focus is
 * taken only from the link that led here, or from where it is after a step to another page, and from no menu or dialog.
 */
export function useFocusOnOpening(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!window.matchMedia(WIDE).matches) return;
    if (isFree(document.activeElement) && !isSomethingOpen()) field.current?.focus({ preventScroll: true });
  }, [field]);
}

function isFree(focused: Element | null): boolean {
  return focused === null || focused.matches('body, main, a[aria-current="page"]');
}

function isSomethingOpen(): boolean {
  return document.querySelector('[role="menu"], [role="dialog"]') !== null;
}
