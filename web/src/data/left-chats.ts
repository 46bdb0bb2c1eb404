import { useSyncExternalStore } from 'react';

/**
 * Chats that were left on this page. Functions take their rows off the chat list a moment later; until then the list
 * leaves them out by itself, so that leaving is seen at once. Joining again brings them back.
 */
let left: ReadonlySet<string> = new Set();
const readers = new Set<() => void>();

export function noteLeft(chatIds: readonly string[]): void {
  change(new Set([...left, ...chatIds]));
}

export function noteJoined(chatId: string): void {
  if (left.has(chatId)) change(new Set([...left].filter((id) => id !== chatId)));
}

/** The ids of chats that are not to be listed, live. */
export function useLeftChats(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => left);
}

function change(next: ReadonlySet<string>): void {
  left = next;
  for (const reader of [...readers]) reader();
}

function subscribe(onChange: () => void): () => void {
  readers.add(onChange);
  return () => readers.delete(onChange);
}
