import { useSyncExternalStore } from 'react';

/** Whether the page is on the screen: false in a tab behind others. */
export const usePageVisible = (): boolean => useSyncExternalStore(subscribe, isVisible);

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
