import { Navigate, Outlet, useLocation } from 'react-router';
import { keepInvitation } from '../data/invitation-link.ts';
import { useSession } from '../data/session/use-session.ts';
// Not lazy: for somebody new this is the first screen, and one file fewer to wait for.
import { LandingPage } from '../features/landing/landing-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { SessionWait } from './session-wait.tsx';
import { PublicLayout } from './shell/public-layout.tsx';

const BannedPage = lazyPage(() => import('./banned-page.tsx'), 'BannedPage');

/** For somebody who is banned too: what they wrote is theirs. */
export const deleteAccountPath = '/settings/delete-account';

/**
 * Lets signed-in people through. Others see the landing page at `/`; from anywhere else they sign in (or finish their
 * account) and are brought back. What is `open` is for everybody.
 */
export const RequireSession = ({ open = false }: { open?: boolean }) => {
  const session = useSession();
  const { pathname, hash } = useLocation();
  if (open && session.status !== 'signed-in') return <PublicLayout />;
  if (session.status === 'signed-out' || session.status === 'without-profile') keepInvitation(pathname, hash);
  switch (session.status) {
    case 'signed-in':
      return <Outlet />;
    case 'signed-out':
      return pathname === '/' ? (
        <LandingPage />
      ) : (
        <Navigate to="/sign-in" replace state={{ from: pathname }} />
      );
    case 'without-profile':
      return <Navigate to="/welcome" replace state={{ from: pathname }} />;
    case 'banned':
      return pathname === deleteAccountPath ? <PublicLayout /> : <BannedPage />;
    default:
      return <SessionWait session={session} />;
  }
};
