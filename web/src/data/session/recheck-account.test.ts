import type { User } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recheckAccount } from './recheck-account.ts';

const reload = vi.fn(async () => {});
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  stop = recheckAccount({ reload } as unknown as User);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('an account', () => {
  it('is asked about when the page is looked at again, at most once a minute', () => {
    vi.advanceTimersByTime(59_999);
    window.dispatchEvent(new Event('focus'));
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is asked about every five minutes while the page is open and seen', () => {
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reload).toHaveBeenCalledTimes(3);
  });

  it('is not asked about after sign-out', () => {
    stop();
    vi.advanceTimersByTime(60 * 60_000);
    window.dispatchEvent(new Event('focus'));
    expect(reload).not.toHaveBeenCalled();
  });

  it('is asked about again after a question that did not get through', () => {
    reload.mockRejectedValueOnce(new Error('offline'));
    vi.advanceTimersByTime(10 * 60_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });
});
