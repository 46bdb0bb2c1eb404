/**
 * Small private texts kept on this device alone: drafts and messages not yet sent. Every key begins with `sameboat.`
 * (signing out removes all that do) and names the person's uid, so that two people on one browser never see each other's.
 * A browser that refuses storage (private mode, full disk) keeps them for the life of the page only.
 */
export interface DeviceStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin with `prefix`, in no order. */
  keys(prefix: string): string[];
}

export type DeviceKind =
  | 'draft'
  | 'outbox'
  | 'sent'
  | 'last-chat'
  | 'enter-sends'
  | 'question-mark'
  | 'active'
  | 'welcome'
  | 'discover'
  | 'home-notice';

export function deviceKey(kind: DeviceKind, uid: string, ...rest: readonly string[]): string {
  return ['sameboat', kind, uid, ...rest].join('.');
}

let keeping = true;
const forgetting = new Set<() => void>();

/** Calls `forget` when the device is being cleared: for what a page keeps in its memory alone. */
export function whenForgotten(forget: () => void): void {
  forgetting.add(forget);
}

/** Stops storing anything: the device is being cleared, and the page is about to reload. */
export function stopKeeping(): void {
  keeping = false;
  for (const forget of forgetting) forget();
}

/** A store over `storage`, or over nothing but memory when that cannot be used. */
export function createDeviceStore(storage: () => Storage): DeviceStore {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (disk: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((disk) => disk.getItem(key), null),
    set(key, value) {
      if (!keeping) return;
      const kept = attempt((disk) => {
        disk.setItem(key, value);
        return true;
      }, false);
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((disk) => disk.removeItem(key), undefined);
    },
    keys(prefix) {
      const onDisk = attempt((disk) => Object.keys(disk), [] as string[]);
      return [...new Set([...onDisk, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
}

export const deviceStore: DeviceStore = createDeviceStore(() => window.localStorage);
