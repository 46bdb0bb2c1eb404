import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether the browser believes it has a network. True does not promise that our servers are within reach. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
