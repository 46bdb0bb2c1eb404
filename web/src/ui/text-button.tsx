import type { ComponentProps } from 'react';
import classes from './text-button.module.css';

interface TextButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** For what deletes or discards. */
  danger?: boolean;
}

/** A button inside a sentence or a note, where a full one would be too loud: "Retry", "Discard", "Show more". */
export const TextButton = ({ danger = false, type = 'button', ...rest }: TextButtonProps) => (
  <button {...rest} type={type} className={classes.button} data-danger={danger || undefined} />
);
