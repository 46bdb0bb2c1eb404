import { useEffect, useRef } from 'react';

/**
 * Lets the browser's way back close what covers the screen, as people expect on a phone. Returns what closes it in any
 * other way: that goes back as well, so that no step is left in the history.
 */
export function useBackCloses(onClose: () => void): () => void {
  const hasStep = useRef(false);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    // The same entry once more, with what the router keeps in it: it sees no other page.
    if (!hasStep.current) window.history.pushState(window.history.state, '');
    hasStep.current = true;
    const onBack = () => {
      hasStep.current = false;
      close.current();
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  return () => {
    if (hasStep.current) window.history.back();
    else close.current();
  };
}
