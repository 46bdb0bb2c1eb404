import { getUser } from '../../data/get-user.ts';
import { useLive } from '../../data/use-live.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';

/** The name of a chat for this person: a private chat is named after the other person. */
export function useChatName(uid: string, chat: ChatEntry): string {
  const other =
    chat.type === 'direct' ? chat.participants.find((participant) => participant !== uid) : undefined;
  const user = useLive(other === undefined ? null : getUser(uid, other));
  if (other === undefined) return chat.name;
  if (user.value) return user.value.displayName;
  return user.status === 'ready' ? 'Someone who left' : 'Private chat';
}
