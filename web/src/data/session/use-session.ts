import { useSyncExternalStore } from 'react';
import type { Session } from './session.ts';
import { readSession, subscribeSession } from './session-store.ts';

/** Who is signed in, live. */
export const useSession = (): Session => useSyncExternalStore(subscribeSession, readSession);

/** My uid, on screens behind sign-in; throws elsewhere, for that is a mistake in the routes. */
export const useUid = (): string => {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('useUid() is for signed-in screens.');
  return session.uid;
};
