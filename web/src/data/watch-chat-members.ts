import { type ChatMember, chatMemberPath, chatMemberSchema } from '@sameboat/model/chat-member';
import { chatMembersQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToDocument, listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** The first 50 members of a chat, longest there first. For its members only. */
export function watchChatMembers(uid: string, chatId: string): LiveSource<WithId<ChatMember>[]> {
  return liveSource(`chat-members/${uid}/${chatId}`, (observer) =>
    listenToQuery(toQuery(firestore(), chatMembersQuery(chatId)), chatMemberSchema, observer),
  );
}

/** One member of a chat; null when they are not one. For its members only. */
export function watchChatMember(
  uid: string,
  chatId: string,
  memberUid: string,
): LiveSource<WithId<ChatMember> | null> {
  return liveSource(`chat-member/${uid}/${chatId}/${memberUid}`, (observer) =>
    listenToDocument(chatMemberPath(chatId, memberUid), chatMemberSchema, observer),
  );
}
