import { directChatId } from '@sameboat/model/direct-chat-id';

/** Who the other person of a private chat is, by its id; null if `uid` is not one of its two people. */
export function otherOf(uid: string, chatId: string): string | null {
  for (const other of [chatId.slice(`dm_${uid}_`.length), chatId.slice('dm_'.length, -`_${uid}`.length)]) {
    if (other !== '' && other !== uid && directChatId(uid, other) === chatId) return other;
  }
  return null;
}
