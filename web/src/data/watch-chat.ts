import { type Chat, chatPath, chatSchema } from '@sameboat/model/chat';
import { type ChatMember, chatMemberPath, chatMemberSchema } from '@sameboat/model/chat-member';
import type { WithId } from './checked-documents.ts';
import { listenToDocument } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';

export type ChatEntry = WithId<Chat>;

/** One chat; null when there is none. 'not-allowed' for people who may not know of it. */
export function watchChat(uid: string, chatId: string): LiveSource<ChatEntry | null> {
  return liveSource(`chat/${uid}/${chatId}`, (observer) =>
    listenToDocument(chatPath(chatId), chatSchema, observer),
  );
}

/** The person's own membership of a chat; null when they are not a member. */
export function watchOwnChatMember(uid: string, chatId: string): LiveSource<WithId<ChatMember> | null> {
  return liveSource(`own-chat-member/${uid}/${chatId}`, (observer) =>
    listenToDocument(chatMemberPath(chatId, uid), chatMemberSchema, observer),
  );
}
