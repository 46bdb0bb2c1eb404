import { onAuthStateChanged, type User } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { stopKeeping } from '../device-store.ts';
import { followProfile } from './follow-profile.ts';
import { forgetDevice } from './forget-device.ts';
import { recheckAccount } from './recheck-account.ts';
import type { Session } from './session.ts';
import { hasSessionHint, keepSessionHint, readSessionHint } from './session-hint.ts';
import { pathAfterSignOut } from './sign-in-ended.ts';

let stopFollowing = () => {};

/**
 * Reports the session now and after every change: Auth says who it is, their profile document says whether the account
 * is complete. Resolves at Auth's first answer. Throws ConfigError when Firebase cannot be set up. A second call
 * replaces the first.
 *
 * Whenever a sign-in ends, for any reason, their data is removed from this device. If the app was open, the page is then
 * loaded anew to clear its memory. At the start there is nothing in memory yet.
 */
export const followSession = async (report: (session: Session) => void): Promise<void> => {
  await startFirebase();
  stopFollowing();
  await new Promise<void>((answered) => {
    let following: { uid: string; stop: () => void } | null = null;
    const follow = (user: User) => {
      keepSessionHint(user.uid);
      const stops = [followProfile(user, report), recheckAccount(() => auth().currentUser)];
      following = {
        uid: user.uid,
        stop: () => {
          for (const stop of stops) stop();
        },
      };
    };
    let leaving = false;

    const stopObserving = onAuthStateChanged(auth(), async (user) => {
      answered();
      if (leaving || (following !== null && following.uid === user?.uid)) return;
      if (following !== null) {
        leaving = true;
        following.stop();
        stopKeeping();
        await forgetDevice();
        window.location.assign(pathAfterSignOut());
        return;
      }
      // The tab was closed during a sign-out, or the sign-in ended while no tab was open.
      const about = readSessionHint();
      if (user === null ? hasSessionHint() : about !== null && about !== user.uid) await forgetDevice();
      // Somebody may have signed in or out in the meantime.
      const now = auth().currentUser;
      if (following !== null) return;
      if (now === null) report({ status: 'signed-out' });
      else follow(now);
    });
    stopFollowing = () => {
      stopObserving();
      following?.stop();
    };
  });
};
