import { onAuthStateChanged } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { forgetDevice } from './forget-device.ts';
import type { Session } from './session.ts';

/**
 * Reports the session now and after every change: Auth says who it is, their profile document says whether the account
 * is complete. Resolves at Auth's first answer. Throws ConfigError when Firebase cannot be set up.
 */
export const followSession = async (report: (session: Session) => void): Promise<void> => {
  await startFirebase();
  await new Promise<void>((answered) => {
    let following: { uid: string; stop: () => void } | null = null;
    onAuthStateChanged(auth(), (user) => {
      answered();
      if (following?.uid === user?.uid && following) return;
      if (following) {
        // Signed out, here or in another tab, or somebody else signed in: nothing of the first person may stay.
        following.stop();
        following = null;
        void forgetDevice();
        return;
      }
      if (!user) {
        report({ status: 'signed-out' });
        return;
      }
      following = { uid: user.uid, stop: followProfile(user.uid, user.email, report) };
    });
  });
};

/** Firestore comes only now: pages for people without an account do not carry it. */
const followProfile = (
  uid: string,
  email: string | null,
  report: (session: Session) => void,
): (() => void) => {
  let stopped = false;
  let stopWatching = () => {};
  import('./watch-own-profile.ts').then(
    ({ watchOwnProfile }) => {
      if (stopped) return;
      stopWatching = watchOwnProfile(uid, (result) => {
        if (result === 'unreadable') report({ status: 'failed', code: 'profile-unreadable' });
        else if (result === 'none') report({ status: 'without-profile', uid, email });
        else report({ status: 'signed-in', uid, email, profile: result });
      });
    },
    () => report({ status: 'failed', code: 'unknown' }),
  );
  return () => {
    stopped = true;
    stopWatching();
  };
};
