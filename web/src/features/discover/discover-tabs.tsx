import { Link, useLocation } from 'react-router';
import classes from './discover-tabs.module.css';

const pages = [
  { to: '/discover', label: 'Communities' },
  { to: '/discover/people', label: 'People' },
] as const;

/** The two things that can be found. Both pages share what was chosen. */
export const DiscoverTabs = () => {
  const { pathname } = useLocation();
  return (
    <nav aria-label="What to find" className={classes.tabs}>
      {pages.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          replace
          className={classes.tab}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
};
