import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';

interface Other {
  /** The uid of the other person of a private chat; null in every other chat. */
  readonly other: string | null;
  /** What this person calls the chat: a private chat is named after the other person. */
  readonly name: string;
  readonly picture: string | null;
}

/** Whom a private chat is with, and what any chat is called. */
export function useOther(uid: string, chat: ChatEntry): Other {
  const other =
    (chat.type === 'direct' ? chat.participants.find((participant) => participant !== uid) : null) ?? null;
  const user = useLive(other === null ? null : getUser(uid, other));
  if (other === null) return { other, name: chat.name, picture: null };
  const unnamed = user.status === 'ready' ? 'Someone who left' : 'Private chat';
  return { other, name: user.value?.displayName ?? unnamed, picture: user.value?.avatar ?? null };
}
