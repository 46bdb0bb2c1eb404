import type { User } from 'firebase/auth';

const BETWEEN_MS = 60_000;
const WHILE_OPEN_MS = 5 * 60_000;

/**
 * Asks Auth now and then whether the account still is what it was: when the page is looked at again, and every five
 * minutes while it is open. Without this, an account that was disabled, deleted or given another password elsewhere
 * would be noticed only when its token runs out, after up to an hour. Auth then signs out by itself.
 */
export const recheckAccount = (user: User): (() => void) => {
  // Auth has asked at the start.
  let askedAt = performance.now();

  const ask = () => {
    if (document.visibilityState === 'hidden' || performance.now() - askedAt < BETWEEN_MS) return;
    askedAt = performance.now();
    // No network: the next time will do.
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
