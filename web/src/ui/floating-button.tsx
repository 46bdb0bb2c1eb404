import type { ComponentProps, ReactNode } from 'react';
import classes from './floating-button.module.css';

interface FloatingButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label'> {
  /** Its name for screen readers. */
  label: string;
  icon: ReactNode;
}

/** A round button that floats over what scrolls below it: "3 new". */
export const FloatingButton = ({ label, icon, children, ...rest }: FloatingButtonProps) => (
  <button {...rest} type="button" aria-label={label} className={classes.button}>
    {icon}
    {children}
  </button>
);
