import { type RefObject, useLayoutEffect } from 'react';

/** When an element goes away with the focus in it, the focus goes to what `next` finds, so that it is not lost. */
export function useHandOverFocus(
  ref: RefObject<HTMLElement | null>,
  next: (leaving: HTMLElement) => HTMLElement | null | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is true when it goes away matters
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element?.contains(document.activeElement)) next(element)?.focus({ preventScroll: true });
    };
  }, []);
}
