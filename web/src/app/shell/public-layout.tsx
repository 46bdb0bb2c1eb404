import { Suspense, useRef } from 'react';
import { Outlet } from 'react-router';
import { useConnection } from '../../data/connection.ts';
import { OfflineBanner } from '../../ui/offline-banner.tsx';
import { PublicBar } from '../../ui/public-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './public-layout.module.css';
import { SkipLink } from './skip-link.tsx';
import { useKeepScroll } from './use-keep-scroll.ts';

/** The frame of screens that need no account: the mark leads home, Help is where it always is. */
export const PublicLayout = () => {
  const main = useRef<HTMLElement>(null);
  useKeepScroll(main);
  return (
    <div className={classes.frame}>
      <SkipLink />
      <OfflineBanner connection={useConnection()} note="Signing in and signing up need a connection." />
      <PublicBar />
      <main ref={main} id="main" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Skeleton label="Loading" shape="lines" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
};
