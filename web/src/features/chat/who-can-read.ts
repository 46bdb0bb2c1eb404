import type { ChatEntry } from '../../data/watch-chat.ts';

/** Who reads what is written here, in a sentence. */
export function whoCanRead(chat: Pick<ChatEntry, 'type' | 'memberCount' | 'access'>): string {
  if (chat.type === 'home') return 'Everybody with an account can read this.';
  if (chat.type === 'direct' || chat.type === 'match') return 'Only the two of you can read this.';
  const open = chat.access === 'open';
  if (chat.memberCount === 1) {
    return open
      ? 'So far only you can read this; whoever joins later can too.'
      : 'So far only you can read this.';
  }
  const members = chat.memberCount < 1 ? 'Members' : `${chat.memberCount} members`;
  return open ? `${members} can read this, and whoever joins later.` : `${members} can read this.`;
}

/** Whether nothing more can be written: it ended, or its time is up at `now` (milliseconds). */
export function isClosed(chat: Pick<ChatEntry, 'endedAt' | 'expiresAt'>, now: number): boolean {
  return chat.endedAt !== null || (chat.expiresAt !== null && chat.expiresAt.toMillis() <= now);
}
