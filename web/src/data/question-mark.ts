import { useSyncExternalStore } from 'react';
import { deviceKey, deviceStore } from './device-store.ts';

const readers = new Set<() => void>();

/** Whether the question mark alone opens the list of shortcuts, for `uid` on this device. It does until they turn it off. */
export const opensByQuestionMark = (uid: string): boolean =>
  deviceStore.get(deviceKey('question-mark', uid)) !== 'off';

export function setOpensByQuestionMark(uid: string, on: boolean): void {
  if (on) deviceStore.remove(deviceKey('question-mark', uid));
  else deviceStore.set(deviceKey('question-mark', uid), 'off');
  for (const reader of [...readers]) reader();
}

/** The same, live. */
export function useOpensByQuestionMark(uid: string): boolean {
  return useSyncExternalStore(subscribe, () => opensByQuestionMark(uid));
}

function subscribe(onChange: () => void): () => void {
  readers.add(onChange);
  return () => readers.delete(onChange);
}
