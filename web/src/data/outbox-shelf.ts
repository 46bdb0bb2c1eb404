import type { DataErrorCode } from './data-error.ts';
import { type DeviceStore, deviceKey } from './device-store.ts';

/** What is kept of a message until the server has it. `error` is set when it was refused. */
export interface OutboxItem {
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  readonly writtenAt: number;
  readonly error: DataErrorCode | null;
}

export interface OutboxShelf {
  /** Everything kept for this person, in the order it was written. What cannot be read is removed. */
  load(): OutboxItem[];
  keep(item: OutboxItem): void;
  remove(item: { readonly chatId: string; readonly id: string }): void;
}

/** One key a message, so that two tabs never write over each other's. */
export function createOutboxShelf(uid: string, store: DeviceStore): OutboxShelf {
  const keyOf = (item: { chatId: string; id: string }) => deviceKey('outbox', uid, item.chatId, item.id);
  return {
    load() {
      const items: OutboxItem[] = [];
      for (const key of store.keys(`${deviceKey('outbox', uid)}.`)) {
        const item = fromShelf(store.get(key));
        if (item !== null && keyOf(item) === key) items.push(item);
        else store.remove(key);
      }
      return items.sort((a, b) => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1));
    },
    keep: ({ id, chatId, text, writtenAt, error }) =>
      store.set(keyOf({ chatId, id }), JSON.stringify({ id, chatId, text, writtenAt, error })),
    remove: (item) => store.remove(keyOf(item)),
  };
}

/** The id of the message a storage key belongs to, or null for a key of anything else. */
export function messageIdOfKey(uid: string, key: string): string | null {
  const prefix = `${deviceKey('outbox', uid)}.`;
  return key.startsWith(prefix) ? (key.slice(prefix.length).split('.')[1] ?? null) : null;
}

function fromShelf(json: string | null): OutboxItem | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isItem(value) ? value : null;
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
    typeof item.writtenAt === 'number' &&
    (item.error === null || typeof item.error === 'string')
  );
}
