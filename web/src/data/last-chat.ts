import { deviceKey, deviceStore } from './device-store.ts';

/** The chat that was open last on this device, as far as is known. */
export const readLastChat = (uid: string): string | null => deviceStore.get(deviceKey('last-chat', uid));

export const keepLastChat = (uid: string, chatId: string): void =>
  deviceStore.set(deviceKey('last-chat', uid), chatId);
