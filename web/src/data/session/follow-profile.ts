import type { User } from 'firebase/auth';
import type { Session } from './session.ts';

/** How soon to ask again whether this sign-in still counts, when the question did not get through. */
const ASK_AGAIN_MS = 3_000;

/**
 * Reports the session of somebody who is signed in, by their profile document. Where it is refused or vanishes, their
 * standing tells why: banned people are told so, a sign-in that has ended is signed out. Returns what ends it.
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
    // 'ended': Auth now says that nobody is signed in, and the device forgets them.
  };

  // Firestore comes only now: pages for people without an account do not carry it.
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
