import { useSyncExternalStore } from 'react';

// One clock for every time on screen. It ticks each half minute and only while somebody looks.
const readers = new Set<() => void>();
let now = new Date();
let ticking: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  now = new Date();
  for (const reader of readers) reader();
};

const subscribe = (reader: () => void) => {
  readers.add(reader);
  if (ticking === undefined) {
    now = new Date();
    ticking = setInterval(tick, 30_000);
  }
  return () => {
    readers.delete(reader);
    if (readers.size === 0 && ticking !== undefined) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
};

/** The present moment, renewed every 30 seconds. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);
