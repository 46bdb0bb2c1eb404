import type { ReactNode } from 'react';
import classes from './visually-hidden.module.css';

/** Words for screen readers alone. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={classes.hidden}>{children}</span>
);
