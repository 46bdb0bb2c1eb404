import { useSyncExternalStore } from 'react';

/** `auto` follows the device. */
export type ColorScheme = 'auto' | 'light' | 'dark';

/** `public/color-scheme.js` reads the same key before the first paint. It does not begin with `sameboat.`: signing out keeps it. */
const key = 'color-scheme';
const readers = new Set<() => void>();
const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');

const read = (): ColorScheme => {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  } catch {
    return 'auto';
  }
};

let chosen = read();

const apply = () => {
  const dark = chosen === 'dark' || (chosen === 'auto' && systemIsDark().matches);
  document.documentElement.dataset.colorScheme = dark ? 'dark' : 'light';
  for (const reader of readers) reader();
};

export const setColorScheme = (scheme: ColorScheme): void => {
  chosen = scheme;
  try {
    if (scheme === 'auto') localStorage.removeItem(key);
    else localStorage.setItem(key, scheme);
  } catch {
    // Where storage cannot be reached, the choice lasts until the page is left.
  }
  apply();
};

/** Keeps the page in the scheme that the device or another tab changes to. Called once, at the start. */
export const followColorScheme = (): void => {
  systemIsDark().addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    chosen = read();
    apply();
  });
};

const subscribe = (reader: () => void) => {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
};

export const useColorScheme = (): ColorScheme => useSyncExternalStore(subscribe, () => chosen);
