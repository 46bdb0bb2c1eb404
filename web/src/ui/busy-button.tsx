import type { ComponentProps } from 'react';
import classes from './button.module.css';

interface BusyButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  /** At work: it keeps its size, its name and the focus, and does nothing when pressed. */
  busy: boolean;
}

/** The filled button of a form on screens that come before sign-in, where Mantine's is not loaded. */
export const BusyButton = ({ busy, children, onClick, ...rest }: BusyButtonProps) => (
  <button
    {...rest}
    className={classes.button}
    aria-disabled={busy || undefined}
    data-busy={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
  >
    <span className={classes.words}>{children}</span>
    {busy ? <span className={classes.turning} aria-hidden="true" /> : null}
  </button>
);
