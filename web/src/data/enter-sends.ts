import { useSyncExternalStore } from 'react';
import { createDeviceReaders } from './device-readers.ts';
import { deviceKey, deviceStore } from './device-store.ts';

const readers = createDeviceReaders();

/** Whether Enter sends, as `uid` chose on this device. Without a choice: with a keyboard, and not on a touch screen. */
export function readEnterSends(uid: string): boolean {
  const chosen = deviceStore.get(deviceKey('enter-sends', uid));
  return chosen === null ? !window.matchMedia('(pointer: coarse)').matches : chosen === 'yes';
}

export function setEnterSends(uid: string, sends: boolean): void {
  deviceStore.set(deviceKey('enter-sends', uid), sends ? 'yes' : 'no');
  readers.tell();
}

/** As `readEnterSends`, live: also what is chosen in another tab. */
export function useEnterSends(uid: string): boolean {
  return useSyncExternalStore(readers.subscribe, () => readEnterSends(uid));
}
