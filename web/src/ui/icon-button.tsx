import type { ComponentProps, ReactNode } from 'react';
import classes from './icon-button.module.css';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'aria-label' | 'className' | 'children'> {
  /** Its name for screen readers, and its tooltip. */
  label: string;
  /** A Tabler icon at 20 px, stroke 1.75. */
  icon: ReactNode;
  /** 44 px for a bar or header; 36 inside a field; 32 for the actions of one message. All are 44 on a touch screen. */
  size?: 32 | 36 | 44;
  variant?: 'subtle' | 'default' | 'filled';
  danger?: boolean;
  /** A circle, as the one that sends a message. */
  round?: boolean;
  busy?: boolean;
  /** Where the words stand already, or where they would be in the way. */
  withoutTooltip?: boolean;
}

/** A button that is a picture. `aria-pressed` and `aria-expanded` show. */
export const IconButton = ({
  label,
  icon,
  size = 44,
  variant = 'subtle',
  danger = false,
  round = false,
  busy = false,
  withoutTooltip = false,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) => {
  const button = (
    <button
      {...rest}
      type={type}
      className={classes.button}
      aria-label={label}
      aria-disabled={busy || undefined}
      data-size={size}
      data-variant={variant}
      data-danger={danger || undefined}
      data-round={round || undefined}
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : <span aria-hidden="true">{icon}</span>}
    </button>
  );
  if (withoutTooltip) return button;
  return (
    <Tooltip label={label} off={rest['aria-expanded'] === true}>
      {button}
    </Tooltip>
  );
};
