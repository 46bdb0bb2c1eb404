import { Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { Announcer } from '../ui/announcer.tsx';
import { useDiscreet } from '../ui/discreet.ts';
import { Toaster } from '../ui/toaster.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { lazyPage } from './lazy-page.ts';
import { AppRoutes } from './routes.tsx';

const DiscreetMode = lazyPage(() => import('./discreet-mode.tsx'), 'DiscreetMode');

export const App = () => (
  <>
    <ErrorBoundary>
      <BrowserRouter>
        <AppRoutes />
        <Toaster />
      </BrowserRouter>
    </ErrorBoundary>
    <Announcer />
    {useDiscreet() ? (
      <Suspense>
        <DiscreetMode />
      </Suspense>
    ) : null}
  </>
);
