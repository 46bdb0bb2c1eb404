import { useSyncExternalStore } from 'react';
import { type DeviceStore, deviceKey, deviceStore } from './device-store.ts';

const readers = new Set<() => void>();

/** What `uid` has typed in a chat and not sent, or the empty string. Survives a reload; removed at sign-out. */
export function readDraft(uid: string, chatId: string, store: DeviceStore = deviceStore): string {
  return store.get(deviceKey('draft', uid, chatId)) ?? '';
}

/** Keeps a draft as typed. An empty or blank one is forgotten. */
export function keepDraft(uid: string, chatId: string, text: string, store: DeviceStore = deviceStore): void {
  const key = deviceKey('draft', uid, chatId);
  if (text.trim() === '') store.remove(key);
  else store.set(key, text);
  for (const reader of [...readers]) reader();
}

/** As `readDraft`, live: also what is typed in another tab. */
export function useDraft(uid: string, chatId: string): string {
  return useSyncExternalStore(subscribe, () => readDraft(uid, chatId));
}

function subscribe(onChange: () => void): () => void {
  readers.add(onChange);
  window.addEventListener('storage', onChange);
  return () => {
    readers.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}
