import { onAuthStateChanged } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import type { Session } from './session.ts';

/**
 * Reports the session now and after every change: Auth says who it is, their profile document says whether the account
 * is complete. Resolves at Auth's first answer. Throws ConfigError when Firebase cannot be set up.
 */
export const followSession = async (report: (session: Session) => void): Promise<void> => {
  await startFirebase();
  let stopProfile = () => {};
  await new Promise<void>((resolve) => {
    onAuthStateChanged(auth(), (user) => {
      stopProfile();
      stopProfile = () => {};
      if (!user) {
        report({ status: 'signed-out' });
        resolve();
        return;
      }
      const { uid, email } = user;
      report({ status: 'starting' });
      let current = true;
      stopProfile = () => {
        current = false;
      };
      // Firestore comes only now: pages for people without an account do not carry it.
      import('./watch-own-profile.ts').then(
        ({ watchOwnProfile }) => {
          if (!current) return;
          stopProfile = watchOwnProfile(uid, (result) => {
            if (result === 'unreadable') report({ status: 'failed', code: 'profile-unreadable' });
            else if (result === 'none') report({ status: 'without-profile', uid, email });
            else report({ status: 'signed-in', uid, email, profile: result });
          });
        },
        () => report({ status: 'failed', code: 'unknown' }),
      );
      resolve();
    });
  });
};
