import { Link } from 'react-router';
import { DISCREET_TITLE, useDiscreet } from './discreet.ts';
import { HelpLink } from './help-link.tsx';
import { Mark } from './mark.tsx';
import classes from './public-bar.module.css';

/** The bar above screens that need no account: the mark leads home (at home it only stands there), Help is beside it. */
export const PublicBar = ({ atHome = false }: { atHome?: boolean }) => {
  const name = useDiscreet() ? (
    DISCREET_TITLE
  ) : (
    <>
      <Mark size={28} />
      Sameboat
    </>
  );
  return (
    <header className={classes.bar}>
      {atHome ? (
        <span className={classes.name}>{name}</span>
      ) : (
        <Link to="/" className={classes.name}>
          {name}
        </Link>
      )}
      <HelpLink />
    </header>
  );
};
