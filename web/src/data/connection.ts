import { useSyncExternalStore } from 'react';

/**
 * Whether our servers are within reach, as far as can be known: the browser's own word, and whether Firestore's
 * listeners are being answered. Wrong only ever for seconds; nothing but words and the time of the next try hangs on it.
 */
let reached = true;
const readers = new Set<() => void>();

export function isOnline(): boolean {
  return navigator.onLine && reached;
}

/** Called by listeners when the server answers again or stops to. */
export function noteReach(nowReached: boolean): void {
  if (reached === nowReached) return;
  reached = nowReached;
  for (const reader of [...readers]) reader();
}

export function onConnectionChange(onChange: () => void): () => void {
  readers.add(onChange);
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    readers.delete(onChange);
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** True while messages and changes can be expected to arrive. */
export function useConnected(): boolean {
  return useSyncExternalStore(onConnectionChange, isOnline);
}
