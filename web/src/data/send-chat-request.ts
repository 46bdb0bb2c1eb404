import { chatPath, newDirectChat } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import { collection, doc } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitPaced } from './commit-paced.ts';
import { noteJoined } from './left-chats.ts';

interface ChatRequest {
  readonly otherUid: string;
  /** From `newRequestId`, once for each request. */
  readonly id: string;
  readonly text: string;
}

export function newRequestId(): string {
  return doc(collection(firestore(), 'chats')).id;
}

/**
 * Asks somebody for a private chat: one commit of the chat, the membership of `uid` and the one message. Whether the other
 * person has blocked `uid` cannot be told. Throws DataError: 'offline', 'too-often', 'not-allowed' (`findRequestRefusal` says
 * why).
 */
export async function sendChatRequest(uid: string, { otherUid, id, text }: ChatRequest): Promise<void> {
  const chatId = directChatId(uid, otherUid);
  await commitPaced({ uid, act: 'request', id: chatId }, [
    { set: chatPath(chatId), data: newDirectChat(uid, otherUid, id, serverTime) },
    { set: chatMemberPath(chatId, uid), data: chatJoiner(uid, serverTime) },
    { set: messagePath(chatId, id), data: newTextMessage({ senderId: uid, text }, serverTime) },
    { set: messagePacePath(uid), data: messagePace(chatId, id, serverTime) },
  ]);
  noteJoined(chatId);
}
