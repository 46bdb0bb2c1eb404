import { type DeviceStore, deviceKey, deviceStore } from './device-store.ts';

/** What `uid` has typed in a chat and not sent, or the empty string. Survives a reload; removed at sign-out. */
export function readDraft(uid: string, chatId: string, store: DeviceStore = deviceStore): string {
  return store.get(deviceKey('draft', uid, chatId)) ?? '';
}

/** Keeps a draft as typed. An empty or blank one is forgotten. */
export function keepDraft(uid: string, chatId: string, text: string, store: DeviceStore = deviceStore): void {
  const key = deviceKey('draft', uid, chatId);
  if (text.trim() === '') store.remove(key);
  else store.set(key, text);
}
