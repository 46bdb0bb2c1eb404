import type { User } from 'firebase/auth';

const BETWEEN_MS = 60_000;
const WHILE_OPEN_MS = 5 * 60_000;
/** Somebody who has just confirmed their address in another app comes back and expects us to know. */
const UNVERIFIED_BETWEEN_MS = 5_000;
const UNVERIFIED_WHILE_OPEN_MS = 20_000;

/**
 * Checks the account with Auth when the page becomes visible again, and every five minutes while it is open; more often
 * until the e-mail address is verified. Auth signs out by itself if the account was disabled or deleted, or its password
 * was changed elsewhere. Without these checks that would happen only when the token expires, up to an hour later.
 * `findUser` gives whoever is signed in at the moment. Returns a function that stops the checks.
 */
export const recheckAccount = (findUser: () => User | null): (() => void) => {
  // Auth has already checked at the start.
  let askedAt = performance.now();

  const ask = async () => {
    const user = findUser();
    if (user === null) return;
    const between = user.emailVerified ? BETWEEN_MS : UNVERIFIED_BETWEEN_MS;
    if (document.visibilityState === 'hidden' || performance.now() - askedAt < between) return;
    askedAt = performance.now();
    const wasVerified = user.emailVerified;
    try {
      await user.reload();
      // The rules read the token, which does not know yet.
      if (user.emailVerified && !wasVerified) await user.getIdToken(true);
    } catch {
      // Without a network, the next check will do.
    }
  };

  const timer = setInterval(() => void ask(), WHILE_OPEN_MS);
  const soonTimer = setInterval(() => {
    if (findUser()?.emailVerified === false) void ask();
  }, UNVERIFIED_WHILE_OPEN_MS);
  const onReturn = () => void ask();
  window.addEventListener('focus', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    clearInterval(timer);
    clearInterval(soonTimer);
    window.removeEventListener('focus', onReturn);
    document.removeEventListener('visibilitychange', onReturn);
  };
};
