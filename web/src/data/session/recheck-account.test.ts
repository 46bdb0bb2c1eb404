import type { User } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recheckAccount } from './recheck-account.ts';

const reload = vi.fn(async () => {});
const getIdToken = vi.fn(async () => '');
const user = { emailVerified: true, reload, getIdToken };
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  getIdToken.mockClear();
  user.emailVerified = true;
  stop = recheckAccount(() => user as unknown as User);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('an account', () => {
  it('is checked when the page becomes visible or gets the focus, at most once a minute', () => {
    vi.advanceTimersByTime(59_999);
    window.dispatchEvent(new Event('focus'));
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is checked every five minutes while the page is visible', () => {
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reload).toHaveBeenCalledTimes(3);
  });

  it('is not checked after sign-out', () => {
    stop();
    vi.advanceTimersByTime(60 * 60_000);
    window.dispatchEvent(new Event('focus'));
    expect(reload).not.toHaveBeenCalled();
  });

  it('is checked again after a check that failed', () => {
    reload.mockRejectedValueOnce(new Error('offline'));
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('is checked every twenty seconds and on each return until its address is verified, and then has a new token', async () => {
    user.emailVerified = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_000);
    reload.mockImplementationOnce(async () => {
      user.emailVerified = true;
    });
    window.dispatchEvent(new Event('focus'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reload).toHaveBeenCalledTimes(2);
    expect(getIdToken.mock.calls).toEqual([[true]]);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });
});
