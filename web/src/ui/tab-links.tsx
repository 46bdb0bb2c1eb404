import { Link, useLocation } from 'react-router';
import classes from './tabs.module.css';

interface TabLinksProps {
  /** What the pages have in common, for a screen reader. */
  label: string;
  pages: readonly { to: string; label: string }[];
}

/** Pages beside each other, drawn as tabs. Going from one to the next is no step in the history. */
export const TabLinks = ({ label, pages }: TabLinksProps) => {
  const { pathname } = useLocation();
  return (
    <nav aria-label={label} className={classes.list}>
      {pages.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          replace
          className={classes.tab}
          aria-current={pathname === page.to ? 'page' : undefined}
        >
          {page.label}
        </Link>
      ))}
    </nav>
  );
};
