import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { useAction } from './use-action.ts';

describe('an action', () => {
  it('stays busy after success, because its button is about to go', async () => {
    const { result } = renderHook(() => useAction(async () => {}));
    expect(result.current.busy).toBe(false);
    await act(() => result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([true, null]);
  });

  it('says why it failed and can be tried again, and says nothing while it is tried', async () => {
    const join = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new DataError('offline'));
    const { result } = renderHook(() => useAction(join));
    await act(() => result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([
      false,
      'You are offline. Try again when the connection is back.',
    ]);
    join.mockReturnValueOnce(new Promise(() => {}));
    act(() => void result.current.start());
    expect([result.current.busy, result.current.problem]).toEqual([true, null]);
    expect(join).toHaveBeenCalledTimes(2);
  });
});
