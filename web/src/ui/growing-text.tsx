import type { ComponentProps } from 'react';
import classes from './growing-text.module.css';

interface GrowingTextProps extends Omit<ComponentProps<'textarea'>, 'className' | 'value'> {
  value: string;
}

/** A field without a frame that grows with its text, up to eight lines: for what has a frame of its own, as a composer. */
export const GrowingText = ({ value, ...rest }: GrowingTextProps) => (
  <div className={classes.growing} data-text={value}>
    <textarea dir="auto" rows={1} {...rest} value={value} className={classes.field} />
  </div>
);
