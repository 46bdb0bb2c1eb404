import { type ChatBan, chatBanSchema } from '@sameboat/model/chat-ban';
import { chatBansQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import type { WithId } from './checked-documents.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';

/** Who was removed from a group chat; the id of each is their uid. For its owner. */
export function watchChatBans(uid: string, chatId: string): LiveSource<WithId<ChatBan>[]> {
  return liveSource(`chat-bans/${uid}/${chatId}`, (observer) =>
    listenToQuery(toQuery(firestore(), chatBansQuery(chatId)), chatBanSchema, observer),
  );
}
