import type { User } from 'firebase/auth';

const BETWEEN_MS = 60_000;
const WHILE_OPEN_MS = 5 * 60_000;

/**
 * Checks the account with Auth when the page becomes visible again, and every five minutes while it is open. Auth signs
 * out by itself if the account was disabled or deleted, or its password was changed elsewhere. Without these checks that
 * would happen only when the token expires, up to an hour later. Returns a function that stops them.
 */
export const recheckAccount = (user: User): (() => void) => {
  // Auth has already checked at the start.
  let askedAt = performance.now();

  const ask = () => {
    if (document.visibilityState === 'hidden' || performance.now() - askedAt < BETWEEN_MS) return;
    askedAt = performance.now();
    // Without a network, the next check will do.
    user.reload().catch(() => {});
  };

  const timer = setInterval(ask, WHILE_OPEN_MS);
  window.addEventListener('focus', ask);
  document.addEventListener('visibilitychange', ask);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', ask);
    document.removeEventListener('visibilitychange', ask);
  };
};
