import { describe, expect, it, vi } from 'vitest';
import { AccountError, accountCall, toAccountError } from './account-error.ts';

const firebaseError = (code: string) => Object.assign(new Error(code), { code });

describe('toAccountError', () => {
  it.each([
    ['auth/invalid-credential', 'wrong-credentials'],
    ['auth/user-not-found', 'wrong-credentials'],
    ['auth/email-already-in-use', 'email-taken'],
    ['auth/weak-password', 'password-weak'],
    ['auth/too-many-requests', 'too-many-tries'],
    ['auth/network-request-failed', 'offline'],
    ['unavailable', 'offline'],
    ['permission-denied', 'not-allowed'],
  ])('knows %s as %s', (code, expected) => {
    expect(toAccountError(firebaseError(code)).code).toBe(expected);
  });

  it('does not tell a wrong password from an unknown address', () => {
    expect(toAccountError(firebaseError('auth/wrong-password')).code).toBe(
      toAccountError(firebaseError('auth/user-not-found')).code,
    );
  });

  it('blames the network for anything unknown while there is none', () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(toAccountError(new TypeError('Failed to fetch')).code).toBe('offline');
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(toAccountError(new TypeError('Failed to fetch')).code).toBe('unknown');
  });

  it('lets its own errors pass as they are', async () => {
    const error = new AccountError('handle-taken');
    await expect(accountCall(() => Promise.reject(error))).rejects.toBe(error);
  });
});
