import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { closeAllListeners, LINGER_MS, type LiveObserver, liveSource } from './live-source.ts';

/** A source whose listener the test drives by hand. */
function handDriven(key: string) {
  const observers: LiveObserver<string>[] = [];
  const stop = vi.fn();
  const start = vi.fn((observer: LiveObserver<string>) => {
    observers.push(observer);
    return stop;
  });
  const source = liveSource<string>(key, start);
  return { source, start, stop, latest: () => observers.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  closeAllListeners();
  vi.useRealTimers();
});

describe('a live source', () => {
  it('gives everybody who asks for the same key one and the same listener', () => {
    const first = handDriven('a');
    const second = liveSource<string>('a', () => {
      throw new Error('a second listener was started');
    });
    first.source.subscribe(() => {});
    second.subscribe(() => {});
    expect(second).toBe(first.source);
    expect(first.start).toHaveBeenCalledTimes(1);
  });

  it('starts only when somebody reads, and tells each reader of each value', () => {
    const { source, start, latest } = handDriven('b');
    expect(start).not.toHaveBeenCalled();
    const reader = vi.fn();
    source.subscribe(reader);
    latest()?.next('one', true);
    expect(reader).toHaveBeenCalledTimes(1);
    expect(source.getSnapshot()).toEqual({ status: 'ready', value: 'one', fromCache: true, error: null });
  });

  it('outlives its last reader for a little while, so that coming back costs nothing', () => {
    const { source, start, stop } = handDriven('c');
    source.subscribe(() => {})();
    vi.advanceTimersByTime(LINGER_MS - 1);
    source.subscribe(() => {});
    vi.advanceTimersByTime(LINGER_MS * 2);
    expect(start).toHaveBeenCalledTimes(1);
    expect(stop).not.toHaveBeenCalled();
  });

  it('ends the listener when nobody came back', () => {
    const { source, stop } = handDriven('d');
    source.subscribe(() => {})();
    vi.advanceTimersByTime(LINGER_MS);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(handDriven('d').source).not.toBe(source);
  });

  it('keeps the last value beside an error, and a retry listens again', () => {
    const { source, start, latest } = handDriven('e');
    source.subscribe(() => {});
    latest()?.next('kept', false);
    latest()?.error({ code: 'permission-denied' });
    expect(source.getSnapshot()).toMatchObject({
      status: 'error',
      value: 'kept',
      error: { code: 'not-allowed' },
    });
    vi.advanceTimersByTime(600_000);
    expect(start).toHaveBeenCalledTimes(1);
    source.retry();
    latest()?.next('again', false);
    expect(source.getSnapshot()).toMatchObject({ status: 'ready', value: 'again' });
  });

  it('tries again by itself, ever more slowly, after an error that may pass', () => {
    const { source, start, latest } = handDriven('f');
    source.subscribe(() => {});
    latest()?.error({ code: 'unavailable' });
    vi.advanceTimersByTime(2_000);
    expect(start).toHaveBeenCalledTimes(2);
    latest()?.error({ code: 'unavailable' });
    vi.advanceTimersByTime(2_000);
    expect(start).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(2_000);
    expect(start).toHaveBeenCalledTimes(3);
  });

  it('does not retry for readers that have left', () => {
    const { source, start, latest } = handDriven('g');
    const leave = source.subscribe(() => {});
    latest()?.error({ code: 'unavailable' });
    leave();
    vi.advanceTimersByTime(LINGER_MS);
    expect(start).toHaveBeenCalledTimes(2);
    latest()?.error({ code: 'unavailable' });
    vi.advanceTimersByTime(600_000);
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('asks again for whoever comes back to an error, and not for those who join a reader', () => {
    const { source, start, latest } = handDriven('again');
    const leave = source.subscribe(() => {});
    latest()?.error(new DataError('not-allowed'));
    source.subscribe(() => {})();
    expect(start).toHaveBeenCalledTimes(1);
    leave();
    source.subscribe(() => {});
    expect(start).toHaveBeenCalledTimes(2);
    latest()?.next('now allowed', false);
    expect(source.getSnapshot()).toMatchObject({ status: 'ready', value: 'now allowed' });
  });

  it('treats a listener that cannot be started as one that failed', () => {
    const source = liveSource<string>('j', () => {
      throw Object.assign(new Error('The client has already been terminated.'), {
        code: 'failed-precondition',
      });
    });
    source.subscribe(() => {});
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'unknown' } });
  });

  it('hears nothing more from a listener that was replaced', () => {
    const { source, latest } = handDriven('h');
    source.subscribe(() => {});
    const dead = latest();
    dead?.error({ code: 'permission-denied' });
    source.retry();
    dead?.next('from the grave', false);
    expect(source.getSnapshot().status).toBe('loading');
  });

  it('forgets everything at sign-out', () => {
    const { source, stop, latest } = handDriven('i');
    source.subscribe(() => {});
    latest()?.next('private', false);
    closeAllListeners();
    expect(stop).toHaveBeenCalled();
    expect(source.getSnapshot().value).toBeUndefined();
  });
});
