import type { ChatEntry } from '../../data/watch-chat.ts';

/** Who can read what is written here, in a sentence. */
export function whoCanRead(chat: Pick<ChatEntry, 'type' | 'memberCount' | 'access'>): string {
  if (chat.type === 'home') return 'Everyone with an account can read this.';
  if (chat.type === 'direct' || chat.type === 'match') return 'Only the two of you can read this.';
  const open = chat.access === 'open';
  if (chat.memberCount === 1) {
    return open
      ? 'Only you can read this so far. Anyone who joins later can read it too.'
      : 'Only you can read this so far.';
  }
  const members = chat.memberCount < 1 ? 'Members' : `${chat.memberCount} members`;
  return open ? `${members} can read this, and anyone who joins later.` : `${members} can read this.`;
}

/** Whether a chat has ended or its time is up at `now` (milliseconds). Nobody reads or writes it after that. */
export function isClosed(chat: Pick<ChatEntry, 'endedAt' | 'expiresAt'>, now: number): boolean {
  return chat.endedAt !== null || (chat.expiresAt !== null && chat.expiresAt.toMillis() <= now);
}
