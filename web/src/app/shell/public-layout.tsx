import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { HelpLink } from '../../ui/help-link.tsx';
import { Mark } from '../../ui/mark.tsx';
import { OfflineBanner } from '../../ui/offline-banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './public-layout.module.css';
import { SkipLink } from './skip-link.tsx';

/** The frame of screens that need no account: the mark leads home, Help is where it always is. */
export const PublicLayout = () => (
  <div className={classes.frame}>
    <SkipLink />
    <OfflineBanner />
    <header className={classes.header}>
      <Link to="/" className={classes.home}>
        <Mark size={28} />
        Sameboat
      </Link>
      <HelpLink />
    </header>
    <main id="main" tabIndex={-1} className={classes.main}>
      <Suspense fallback={<Skeleton label="Loading" shape="lines" />}>
        <Outlet />
      </Suspense>
    </main>
  </div>
);
