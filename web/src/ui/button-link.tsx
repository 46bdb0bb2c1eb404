import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import classes from './button.module.css';
import { type ButtonLook, toLook } from './button.tsx';

interface ButtonLinkProps extends Omit<LinkProps, 'className'>, ButtonLook {
  /** A Tabler icon, 20 px. */
  icon?: ReactNode;
  /** The second choice beside a filled one. */
  quiet?: boolean;
}

/** A link that looks like a button. */
export const ButtonLink = ({ icon, children, quiet = false, ...rest }: ButtonLinkProps) => {
  const [look, others] = toLook(quiet ? { variant: 'default' as const, ...rest } : rest);
  return (
    <Link {...others} {...look} className={classes.button}>
      {icon}
      {children}
    </Link>
  );
};
