import { IconUserOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { retrySession } from '../data/session/session-store.ts';
import { useSession } from '../data/session/use-session.ts';
import { SignOutButton } from '../features/account/sign-out-button.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PublicBar } from '../ui/public-bar.tsx';
import { fullTime } from '../ui/relative-time.ts';
import { usePageTitle } from '../ui/use-page-title.ts';

/** Tells somebody who is banned why and until when, and lets them sign out. */
export const BannedPage = () => {
  usePageTitle('Suspended');
  const session = useSession();
  if (session.status !== 'banned') return null;
  const { reason, until } = session;
  return (
    <>
      <PublicBar atHome />
      <main>
        <EmptyState
          icon={<IconUserOff size={28} stroke={1.5} />}
          level={1}
          title="Your account is suspended"
          action={
            <>
              <Button variant="default" onClick={retrySession}>
                Check again
              </Button>
              <SignOutButton />
            </>
          }
        >
          <p>A moderator suspended it{until === null ? '' : ` until ${fullTime(new Date(until))}`}.</p>
          {reason === '' ? null : <p>The reason they gave: “{reason}”</p>}
          <p>While it is suspended, you cannot read or write here. Crisis help stays open to you.</p>
          <p>
            What you wrote is still yours: you can{' '}
            <Link to="/settings/delete-account">export or delete it</Link>.
          </p>
        </EmptyState>
      </main>
    </>
  );
};
