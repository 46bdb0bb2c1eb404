import { chatSchema } from '@sameboat/model/chat';
import { communityChatsQuery } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { toQuery } from './to-query.ts';
import type { ChatEntry } from './watch-chat.ts';

/** The open group chats of a community, newest first, at most 50. For its members only. */
export function watchCommunityChats(uid: string, communityId: string): LiveSource<ChatEntry[]> {
  return liveSource(`community-chats/${uid}/${communityId}`, (observer) =>
    listenToQuery(toQuery(firestore(), communityChatsQuery(communityId)), chatSchema, observer),
  );
}
