import { chatLastPath, type LastMessage, lastMessageSchema } from '@sameboat/model/chat';
import type { WithId } from './checked-documents.ts';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

/** The newest message of a chat, for its members; null while there is none. For large chats, whose rows do not have it. */
export function watchChatLast(uid: string, chatId: string): LiveSource<WithId<LastMessage> | null> {
  return liveSource(`chat-last/${uid}/${chatId}`, (observer) =>
    listenToDocument(chatLastPath(chatId), lastMessageSchema, observer),
  );
}
