import type { ChatEntry } from '../../data/watch-chat.ts';

/** Each chat once: those I am in first, then the latest active; one in which nobody has written yet by when it was made. */
export function inOrder<Chat extends Pick<ChatEntry, 'id' | 'lastAt' | 'createdAt'>>(
  chats: readonly Chat[],
  mine: ReadonlySet<string> | undefined,
): Chat[] {
  const rank = (chat: Chat) => (mine?.has(chat.id) ? 0 : 1);
  // Nobody can push a chat down in which people talk by making new ones.
  const silent = (chat: Chat) => (chat.lastAt === null ? 1 : 0);
  const activity = (chat: Chat) => (chat.lastAt ?? chat.createdAt).toMillis();
  const once = new Map(chats.map((chat) => [chat.id, chat]));
  return [...once.values()].sort(
    (a, b) => rank(a) - rank(b) || silent(a) - silent(b) || activity(b) - activity(a),
  );
}
