import type { ChatEntry } from '../../data/watch-chat.ts';

/** Whether a chat has ended or its time is up at `now` (milliseconds). Nobody reads or writes it after that. */
export function isClosed(chat: Pick<ChatEntry, 'endedAt' | 'expiresAt'>, now: number): boolean {
  return chat.endedAt !== null || (chat.expiresAt !== null && chat.expiresAt.toMillis() <= now);
}
