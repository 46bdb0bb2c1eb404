import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import classes from './error-state.module.css';

interface ErrorStateProps {
  /** What happened: "We could not load this chat." */
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  onRetry?: () => void;
}

/** Something could not be loaded. Spoken at once, and never a dead end. */
export const ErrorState = ({ title, children, onRetry }: ErrorStateProps) => (
  <div role="alert" className={classes.error}>
    <h2 className={classes.title}>{title}</h2>
    {children ? <div className={classes.words}>{children}</div> : null}
    {onRetry ? (
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    ) : null}
  </div>
);
