import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import classes from './veil.module.css';

/** Covers everything until it is tapped or a key is pressed on it. What is under it can neither be seen nor reached. */
export const Veil = ({ title, words, onLift }: { title: string; words: string; onLift: () => void }) => {
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    const covered = [...document.body.children].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && !element.contains(button.current) && !element.inert,
    );
    for (const element of covered) element.inert = true;
    button.current?.focus();
    return () => {
      for (const element of covered) element.inert = false;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return createPortal(
    <button ref={button} type="button" className={classes.veil} onClick={onLift}>
      <span className={classes.title}>{title}</span>
      <span className={classes.words}>{words}</span>
    </button>,
    document.body,
  );
};
