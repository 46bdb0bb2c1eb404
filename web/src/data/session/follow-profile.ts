import type { User } from 'firebase/auth';
import type { Session } from './session.ts';

/** How long to wait before checking the standing again after a failed check. */
const ASK_AGAIN_MS = 3_000;

/**
 * Reports the session of somebody who is signed in, from their profile document. If reading it is refused, or it is
 * deleted, their standing says why: a ban is reported, and a sign-in that has ended is signed out. Returns a function
 * that stops this.
 */
export const followProfile = (user: User, report: (session: Session) => void): (() => void) => {
  const { uid, email } = user;
  let stopped = false;
  let stopWatching = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hadProfile = false;

  const checkStanding = async (otherwise: Session) => {
    const { findStanding } = await import('./find-standing.ts');
    const standing = await findStanding(user).catch(() => null);
    if (stopped) return;
    if (standing === null) timer = setTimeout(() => void checkStanding(otherwise), ASK_AGAIN_MS);
    else if (standing.kind === 'banned') {
      report({ status: 'banned', uid, reason: standing.reason, until: standing.until });
    } else if (standing.kind === 'good') report(otherwise);
    // 'ended': Auth has signed out, and the device is cleared.
  };

  // Firestore is loaded only now: pages for people without an account do without it.
  import('./watch-own-profile.ts').then(
    ({ watchOwnProfile }) => {
      if (stopped) return;
      stopWatching = watchOwnProfile(uid, (result) => {
        if (result === 'refused') void checkStanding({ status: 'failed', code: 'profile-unreadable' });
        else if (result === 'unreadable') report({ status: 'failed', code: 'profile-unreadable' });
        else if (result !== 'none') {
          hadProfile = true;
          report({ status: 'signed-in', uid, email, profile: result });
        } else if (hadProfile) void checkStanding({ status: 'without-profile', uid, email });
        else report({ status: 'without-profile', uid, email });
      });
    },
    () => report({ status: 'failed', code: 'unknown' }),
  );

  return () => {
    stopped = true;
    clearTimeout(timer);
    stopWatching();
  };
};
