import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import classes from './person-link.module.css';

interface PersonLinkProps {
  uid: string;
  children: ReactNode;
  /** Out of the Tab order, where there would be too many: the same people stand in a list beside it. */
  skipped?: boolean;
}

/** A name that leads to the person's profile, which then leads back here. */
export const PersonLink = ({ uid, children, skipped = false }: PersonLinkProps) => {
  const { pathname } = useLocation();
  return (
    <Link
      to={`/people/${uid}`}
      state={{ from: pathname }}
      tabIndex={skipped ? -1 : undefined}
      className={classes.link}
    >
      {children}
    </Link>
  );
};
