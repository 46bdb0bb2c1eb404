import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Whether things are kept is decided once for a page, so each test loads it anew. */
const load = async () => {
  vi.resetModules();
  return import('./device-store.ts');
};

beforeEach(() => window.localStorage.clear());

describe('what is kept on this device', () => {
  it('is kept until it is being forgotten, and nothing is from then on', async () => {
    const { deviceStore, stopKeeping } = await load();
    deviceStore.set('sameboat.draft.ada.c', 'before');
    stopKeeping();
    deviceStore.set('sameboat.draft.ada.c', 'after');
    deviceStore.set('sameboat.draft.ada.d', 'after');
    expect({ ...window.localStorage }).toEqual({ 'sameboat.draft.ada.c': 'before' });
    deviceStore.remove('sameboat.draft.ada.c');
    expect(deviceStore.keys('sameboat.')).toEqual([]);
  });

  it('is found by the beginning of its key alone', async () => {
    const { deviceStore } = await load();
    deviceStore.set('sameboat.outbox.ada.c.m', 'x');
    deviceStore.set('sameboat.draft.ada.c', 'x');
    expect(deviceStore.keys('sameboat.outbox.ada.')).toEqual(['sameboat.outbox.ada.c.m']);
  });
});
