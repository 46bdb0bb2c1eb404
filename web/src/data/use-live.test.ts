import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LiveObserver, liveSource } from './live-source.ts';
import { useLive } from './use-live.ts';

function setBrowser(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')));
}

/** A source that the test feeds by hand, read by one component. */
function open(key: string) {
  let observer: LiveObserver<string> | undefined;
  const source = liveSource<string>(key, (given) => {
    observer = given;
    return () => {};
  });
  const { result } = renderHook(() => useLive(source));
  const arrives = (value: string, fromCache: boolean) => act(() => observer?.next(value, fromCache));
  return { result, arrives };
}

afterEach(() => setBrowser(true));

describe('a live value', () => {
  it('is loading while there is a connection, an error without one, and ready when it arrives', () => {
    const { result, arrives } = open('a');
    expect(result.current.status).toBe('loading');
    setBrowser(false);
    expect([result.current.status, result.current.error?.code]).toEqual(['error', 'not-loaded']);
    setBrowser(true);
    expect(result.current.status).toBe('loading');
    setBrowser(false);
    arrives('here', false);
    expect(result.current).toMatchObject({ status: 'ready', value: 'here', error: null });
  });

  it('stays ready offline when it is cached', () => {
    const { result, arrives } = open('b');
    arrives('from the cache', true);
    setBrowser(false);
    expect(result.current).toMatchObject({ status: 'ready', value: 'from the cache' });
  });

  it('stays loading offline while it is not known what to watch', () => {
    const { result } = renderHook(() => useLive(null));
    setBrowser(false);
    expect(result.current.status).toBe('loading');
  });
});
