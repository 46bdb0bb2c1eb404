import { useSyncExternalStore } from 'react';
import { initialsOf } from './avatar-look.ts';

/*
 * Discreet mode: the app does not show what it is to somebody who looks over a shoulder. `public/color-scheme.js` reads
 * the same key before the first paint. It does not begin with `sameboat.`: signing out keeps it.
 */
const key = 'discreet';
const root = document.documentElement;
const readers = new Set<() => void>();

/** The only name that a tab, a history and a task switcher see while it is on. */
export const DISCREET_TITLE = 'Notes';

const stored = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};

let on = stored();

const apply = (next: boolean) => {
  on = next;
  root.toggleAttribute('data-discreet', on);
  for (const reader of readers) reader();
};

/** Kept on this device alone; where storage cannot be reached, until the page is left. */
export const setDiscreet = (next: boolean): void => {
  try {
    if (next) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // See above.
  }
  apply(next);
};

/** Keeps the page as another tab has it. Called once, at the start. */
export const followDiscreet = (): void => {
  apply(on);
  window.addEventListener('storage', (event) => {
    if (event.key === key) apply(event.newValue !== null);
  });
};

const subscribe = (reader: () => void) => {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
};

export const useDiscreet = (): boolean => useSyncExternalStore(subscribe, () => on);

/** "Mira Lake" is "M. L.", enough for whoever knows her. */
export const shortName = (name: string): string =>
  [...initialsOf(name)].map((letter) => `${letter}.`).join(' ');

/** A name as it may be shown now: whole, or its first letters. */
export const useShownName = (name: string): string => (useDiscreet() ? shortName(name) : name);
