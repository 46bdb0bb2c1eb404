import type { ComponentProps, ReactNode } from 'react';
import classes from './button.module.css';
import { Spinner } from './spinner.tsx';

export interface ButtonLook {
  /** `filled` once on a screen, for its main step; `default` beside it; `light` and `subtle` in rows and cards. */
  variant?: 'filled' | 'default' | 'light' | 'subtle';
  /** For what deletes, removes or leaves. */
  danger?: boolean;
  /** `small` is 36 px high under a mouse, 44 px under a finger. */
  size?: 'normal' | 'small';
  /** As wide as what it stands in. */
  wide?: boolean;
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, ButtonLook {
  /** A Tabler icon, 20 px. */
  icon?: ReactNode;
  /** At work: it keeps its size, its name and the focus, and does nothing when pressed. */
  busy?: boolean;
}

export const Button = ({ icon, busy = false, children, onClick, type = 'button', ...rest }: ButtonProps) => {
  const [look, others] = toLook(rest);
  return (
    <button
      {...others}
      {...look}
      type={type}
      className={classes.button}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <span className={classes.content}>
        {icon}
        {children}
      </span>
      {busy ? (
        <span className={classes.wait}>
          <Spinner />
        </span>
      ) : null}
    </button>
  );
};

/** The attributes that button.module.css reads, and the other props. */
export function toLook<Props extends ButtonLook>(props: Props) {
  const { variant = 'filled', danger, size, wide, ...others } = props;
  const look = {
    'data-variant': variant,
    'data-danger': danger || undefined,
    'data-size': size,
    'data-wide': wide || undefined,
  };
  return [look, others] as const;
}
