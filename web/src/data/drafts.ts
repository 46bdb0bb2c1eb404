import { type MentionedText, type MentionSpan, noWords } from '@sameboat/model/mention-text';
import { useSyncExternalStore } from 'react';
import { createDeviceReaders } from './device-readers.ts';
import { type DeviceStore, deviceKey, deviceStore } from './device-store.ts';

/** A message that is being written. */
export interface Draft {
  readonly words: MentionedText;
  /** What will veil the message; null while no note is wanted, empty while one is begun. */
  readonly contentNote: string | null;
}

export const noDraft: Draft = { words: noWords, contentNote: null };

const readers = createDeviceReaders();

/** What `uid` has written in a chat and not sent. Survives a reload; removed at sign-out. */
export function readDraft(uid: string, chatId: string, store: DeviceStore = deviceStore): Draft {
  return fromStored(store.get(deviceKey('draft', uid, chatId)));
}

/** Keeps a draft as written. One without words and without a note is forgotten. */
export function keepDraft(uid: string, chatId: string, draft: Draft, store: DeviceStore = deviceStore): void {
  const key = deviceKey('draft', uid, chatId);
  const { words, contentNote } = draft;
  if (words.text.trim() === '' && !contentNote?.trim()) store.remove(key);
  else store.set(key, JSON.stringify({ ...words, contentNote }));
  readers.tell();
}

/** The words of a draft, live: also what is written in another tab. */
export function useDraftText(uid: string, chatId: string): string {
  return useSyncExternalStore(readers.subscribe, () => readDraft(uid, chatId).words.text);
}

function fromStored(stored: string | null): Draft {
  if (stored === null) return noDraft;
  try {
    const found: unknown = JSON.parse(stored);
    if (!isRecord(found) || typeof found.text !== 'string' || !Array.isArray(found.spans)) return noDraft;
    const { text, spans, contentNote } = found;
    return {
      words: { text, spans: spans.filter((span) => isSpan(span, text)) },
      contentNote: typeof contentNote === 'string' ? contentNote : null,
    };
  } catch {
    return noDraft;
  }
}

function isSpan(value: unknown, text: string): value is MentionSpan {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.start === 'number' &&
    typeof value.end === 'number' &&
    value.start < value.end &&
    text[value.start] === '@' &&
    value.end <= text.length
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
