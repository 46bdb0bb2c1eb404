import { useSyncExternalStore } from 'react';
import classes from './visually-hidden.module.css';

let spoken = { text: '', turn: 0 };
const readers = new Set<() => void>();

/** Says a sentence to screen readers when they are next idle: "You joined." */
export const announce = (text: string) => {
  spoken = { text, turn: spoken.turn + 1 };
  for (const reader of readers) reader();
};

const subscribe = (reader: () => void) => {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
};

/** Mounted once, at the root. The same sentence twice is spoken twice: a zero-width mark tells the turns apart. */
export const Announcer = () => {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div aria-live="polite" aria-atomic="true" className={classes.hidden}>
      {text}
      {text && turn % 2 ? '\u200B' : ''}
    </div>
  );
};
