import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './button.module.css';

interface ButtonLinkProps {
  to: string;
  children: ReactNode;
  /** The second choice beside a filled one. */
  quiet?: boolean;
}

/** A link that looks like a button. Without Mantine's Button, which the first screen can do without. */
export const ButtonLink = ({ to, children, quiet = false }: ButtonLinkProps) => (
  <Link to={to} className={classes.button} data-quiet={quiet || undefined}>
    {children}
  </Link>
);
