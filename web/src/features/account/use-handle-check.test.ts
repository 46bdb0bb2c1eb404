import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useHandleCheck } from './use-handle-check.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const pause = () => act(() => vi.advanceTimersByTimeAsync(400));

describe('useHandleCheck', () => {
  it('asks once somebody pauses, and only for the last handle', async () => {
    const isFree = vi.fn(async (handle: string) => handle === 'mira_8');
    const { result, rerender } = renderHook(({ handle }) => useHandleCheck(handle, isFree), {
      initialProps: { handle: 'mir' },
    });
    rerender({ handle: 'mira' });
    rerender({ handle: 'mira_8' });
    expect(result.current).toBe('checking');
    await pause();
    expect(isFree.mock.calls).toEqual([['mira_8']]);
    expect(result.current).toBe('free');
  });

  it('does not ask about something that is no handle', async () => {
    const isFree = vi.fn(async () => true);
    const { result } = renderHook(() => useHandleCheck('8', isFree));
    await pause();
    expect(isFree).not.toHaveBeenCalled();
    expect(result.current).toBe('unknown');
  });

  it('forgets a late answer about a handle that is no longer there', async () => {
    let answerFirst: (free: boolean) => void = () => {};
    const isFree = vi.fn((handle: string) =>
      handle === 'first' ? new Promise<boolean>((resolve) => (answerFirst = resolve)) : Promise.resolve(true),
    );
    const { result, rerender } = renderHook(({ handle }) => useHandleCheck(handle, isFree), {
      initialProps: { handle: 'first' },
    });
    await pause();
    rerender({ handle: 'second' });
    await pause();
    await act(async () => answerFirst(false));
    expect(result.current).toBe('free');
  });

  it('stays silent when nobody can be asked', async () => {
    const { result } = renderHook(() => useHandleCheck('mira', refuse));
    await pause();
    expect(result.current).toBe('unknown');
  });
});

const refuse = () => Promise.reject(new Error('no network'));
