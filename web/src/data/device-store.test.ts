import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The module keeps its state for the life of a page, so each test loads it again. */
const load = async () => {
  vi.resetModules();
  return import('./device-store.ts');
};

beforeEach(() => window.localStorage.clear());

describe('the device store', () => {
  it('stores nothing any more once the device is being cleared', async () => {
    const { deviceStore, stopKeeping } = await load();
    deviceStore.set('sameboat.draft.ada.c', 'before');
    stopKeeping();
    deviceStore.set('sameboat.draft.ada.c', 'after');
    deviceStore.set('sameboat.draft.ada.d', 'after');
    expect({ ...window.localStorage }).toEqual({ 'sameboat.draft.ada.c': 'before' });
    deviceStore.remove('sameboat.draft.ada.c');
    expect(deviceStore.keys('sameboat.')).toEqual([]);
  });

  it('tells what a page keeps in its memory when the device is being cleared', async () => {
    const { whenForgotten, stopKeeping } = await load();
    const forget = vi.fn();
    whenForgotten(forget);
    expect(forget).not.toHaveBeenCalled();
    stopKeeping();
    expect(forget).toHaveBeenCalledOnce();
  });

  it('finds keys by their prefix', async () => {
    const { deviceStore } = await load();
    deviceStore.set('sameboat.outbox.ada.c.m', 'x');
    deviceStore.set('sameboat.draft.ada.c', 'x');
    expect(deviceStore.keys('sameboat.outbox.ada.')).toEqual(['sameboat.outbox.ada.c.m']);
  });
});
