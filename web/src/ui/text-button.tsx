import type { ComponentProps } from 'react';
import classes from './text-button.module.css';

interface TextButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** For what deletes or discards. */
  danger?: boolean;
  /** In the colour of the text around it, where ours would not stand out or would not be read. */
  quiet?: boolean;
}

/** A button inside a sentence or a note, where a full one would be too loud: "Retry", "Discard", "Show more". */
export const TextButton = ({ danger = false, quiet = false, type = 'button', ...rest }: TextButtonProps) => (
  <button
    {...rest}
    type={type}
    className={classes.button}
    data-danger={danger || undefined}
    data-quiet={quiet || undefined}
  />
);
