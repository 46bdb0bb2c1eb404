import { type RefObject, useEffect, useRef } from 'react';

/**
 * What had the focus when `open` became true, for whatever opened to give it back to. `onOpen` is called with it, while
 * rendering.
 */
export function useOpener(
  open: boolean,
  onOpen?: (opener: HTMLElement | null) => void,
): RefObject<HTMLElement | null> {
  const opener = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  // While rendering: the kit moves the focus before effects run.
  if (open && !wasOpen.current) {
    opener.current = focused();
    onOpen?.(opener.current);
  }
  useEffect(() => {
    wasOpen.current = open;
  }, [open]);
  return opener;
}

function focused(): HTMLElement | null {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}
