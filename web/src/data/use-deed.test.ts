import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { useDeed } from './use-deed.ts';

describe('useDeed', () => {
  it('stays busy when the deed is done, for its button is about to go', async () => {
    const { result } = renderHook(() => useDeed(async () => {}));
    expect(result.current.busy).toBe(false);
    await act(() => result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([true, null]);
  });

  it('says why it was refused, lets one try again, and is silent while it tries', async () => {
    const deed = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new DataError('offline'));
    const { result } = renderHook(() => useDeed(deed));
    await act(() => result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([
      false,
      'You are offline. Try again when the connection is back.',
    ]);
    deed.mockReturnValueOnce(new Promise(() => {}));
    act(() => void result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([true, null]);
  });
});
