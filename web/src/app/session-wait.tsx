import { useEffect, useState } from 'react';
import { useConnection } from '../data/connection.ts';
import type { Session } from '../data/session/session.ts';
import { retrySession } from '../data/session/session-store.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { LoadingPage } from '../ui/loading-page.tsx';
import { OfflineBanner } from '../ui/offline-banner.tsx';
import classes from './session-wait.module.css';

const sentences = {
  'config-unreachable': 'We could not reach the server. Check your connection, then try again.',
  'config-invalid':
    'The server sent settings that this app does not understand. Try again later. If you run the server yourself, start it again.',
  'profile-unreadable': 'We could not read your profile. Try again in a moment.',
  unknown: 'Something went wrong while starting. Try again.',
} as const;

/** Between opening the app and knowing who is there; or why we cannot know. */
export const SessionWait = ({ session }: { session: Session }) => {
  const slow = useAfter(6_000);
  return (
    <main>
      <OfflineBanner connection={useConnection()} />
      {session.status === 'failed' ? (
        <ErrorState title="Sameboat could not start" onRetry={retrySession}>
          <p>{sentences[session.code]}</p>
          <p>
            If you need help now: <a href="/help">crisis help</a>.
          </p>
        </ErrorState>
      ) : (
        <>
          <LoadingPage label="Opening Sameboat" />
          <p role="status" className={classes.slow}>
            {slow ? 'Still trying to reach the server. Your chats will open as soon as it answers.' : null}
          </p>
        </>
      )}
    </main>
  );
};

/** True once so many milliseconds have passed on this screen. */
const useAfter = (milliseconds: number): boolean => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
};
