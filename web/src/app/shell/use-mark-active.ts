import { useEffect } from 'react';
import { useSession } from '../../data/session/use-session.ts';

/** Notes once a day that this person is here, if they show it. Fetched after the screen, which does not wait for it. */
export const useMarkActive = (): void => {
  const session = useSession();
  const uid = session.status === 'signed-in' ? session.uid : null;
  const profile = session.status === 'signed-in' ? session.profile : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a visit; the profile is only carried along
  useEffect(() => {
    if (uid === null || profile === null) return;
    import('../../data/mark-active.ts').then(
      ({ markActive }) => markActive(uid, profile),
      () => undefined,
    );
  }, [uid]);
};
