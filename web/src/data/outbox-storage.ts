import { type DeviceStore, deviceKey } from './device-store.ts';
import type { OutboxItem } from './outbox-state.ts';

/** The outbox that a person's tabs share. Each message has its own key, so tabs never overwrite each other's messages. */
export interface OutboxStorage {
  /** All stored messages of this person. Removes entries that cannot be read. */
  load(): OutboxItem[];
  keep(item: OutboxItem): void;
  /** As `keep`, but only if the message is stored: another tab may have sent or discarded it. */
  update(item: OutboxItem): void;
  /** Removes a message and tells the other tabs that it was sent. */
  markSent(item: OutboxItem): void;
  remove(item: OutboxItem): void;
  /** Milliseconds since any tab of this person sent a message; Infinity if none did. */
  sinceSent(): number;
  /** Reports changes made by other tabs. Returns a function that stops this. */
  follow(listener: OutboxListener): () => void;
}

export interface OutboxListener {
  stored(item: OutboxItem): void;
  sent(id: string): void;
  removed(id: string): void;
}

export function createOutboxStorage(uid: string, store: DeviceStore): OutboxStorage {
  const prefix = `${deviceKey('outbox', uid)}.`;
  const keyOf = (item: OutboxItem) => `${prefix}${item.chatId}.${item.id}`;
  const sentKey = deviceKey('sent', uid);
  const write = (item: OutboxItem, sent: boolean) => {
    const { id, chatId, text, replyTo, mentions, contentNote, pictures, writtenAt, error } = item;
    const kept: OutboxItem = { id, chatId, text, replyTo, mentions, contentNote, pictures, writtenAt, error };
    store.set(keyOf(item), JSON.stringify({ ...kept, ...(sent ? { sent } : {}) }));
  };
  return {
    load() {
      const items: OutboxItem[] = [];
      for (const key of store.keys(prefix)) {
        const kept = parse(store.get(key));
        // If a tab is closed between the two steps of `markSent`, a sent message is left.
        if (kept !== null && keyOf(kept.item) === key && !kept.sent) items.push(kept.item);
        else store.remove(key);
      }
      return items;
    },
    keep: (item) => write(item, false),
    update(item) {
      if (parse(store.get(keyOf(item)))?.sent === false) write(item, false);
    },
    markSent(item) {
      store.set(sentKey, String(Date.now()));
      write(item, true);
      store.remove(keyOf(item));
    },
    remove: (item) => store.remove(keyOf(item)),
    sinceSent() {
      const at = Number(store.get(sentKey) ?? Number.NaN);
      return Number.isNaN(at) ? Number.POSITIVE_INFINITY : Math.max(0, Date.now() - at);
    },
    follow(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key?.startsWith(prefix) !== true) return;
        const kept = parse(event.newValue);
        if (kept?.sent) listener.sent(kept.item.id);
        else if (kept) listener.stored(kept.item);
        else listener.removed(event.key.slice(prefix.length).split('.')[1] ?? '');
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

function parse(json: string | null): { item: OutboxItem; sent: boolean } | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isItem(value) ? { item: value, sent: 'sent' in value } : null;
  } catch {
    return null;
  }
}

function isItem(value: unknown): value is OutboxItem {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Record<string, unknown>;
  return (
    typeof item.id === 'string' &&
    typeof item.chatId === 'string' &&
    typeof item.text === 'string' &&
    isNullOrString(item.replyTo) &&
    Array.isArray(item.mentions) &&
    item.mentions.every((uid) => typeof uid === 'string') &&
    isNullOrString(item.contentNote) &&
    Array.isArray(item.pictures) &&
    item.pictures.every(isPicture) &&
    typeof item.writtenAt === 'number' &&
    isNullOrString(item.error)
  );
}

function isPicture(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const picture = value as Record<string, unknown>;
  return (
    typeof picture.path === 'string' &&
    typeof picture.alt === 'string' &&
    [picture.width, picture.height, picture.size].every((number) => typeof number === 'number') &&
    ['new', 'begun', 'stored'].some((state) => state === picture.state)
  );
}

function isNullOrString(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
