import { chatSchema } from '@sameboat/model/chat';
import { communityChatsQuery, type PageCursor, type QuerySpec } from '@sameboat/model/queries';
import { firestore } from '../firebase/firestore.ts';
import { getPage } from './get-page.ts';
import { listenToQuery } from './listen.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import { type PagedSource, pagedSource } from './paged-source.ts';
import { toQuery } from './to-query.ts';
import type { ChatEntry } from './watch-chat.ts';

/** So many are followed and read at a time: less than the rules allow, and more than most communities have. */
const PAGE = 20;

export interface CommunityChats {
  readonly chats: readonly ChatEntry[];
  /** Where older ones begin; null when these are all. */
  readonly next: PageCursor | null;
}

/** The open group chats of a community with the latest activity. For its members only. */
export function watchCommunityChats(uid: string, communityId: string): LiveSource<CommunityChats> {
  return liveSource(`community-chats/${uid}/${communityId}`, (observer) =>
    listenToQuery(toQuery(firestore(), pageOf(communityId)), chatSchema, {
      next(chats, fromCache, found) {
        const last = chats.at(-1);
        const next = found < PAGE || last === undefined ? null : { at: last.lastAt, id: last.id };
        observer.next({ chats, next }, fromCache);
      },
      error: (cause) => observer.error(cause),
    }),
  );
}

/** Those after `from`, page by page. They are read once, not followed. */
export function olderCommunityChats(
  uid: string,
  communityId: string,
  from: PageCursor,
): PagedSource<ChatEntry> {
  const key = `${communityId}/${from.at?.toMillis() ?? 'never'}/${from.id}`;
  return pagedSource<ChatEntry, PageCursor>(`older-community-chats/${uid}/${key}`, {
    load: (after) => getPage(pageOf(communityId, after ?? from), chatSchema, 'lastAt'),
    idOf: (chat) => chat.id,
  });
}

function pageOf(communityId: string, after?: PageCursor): QuerySpec {
  return { ...communityChatsQuery(communityId, after), limit: PAGE };
}
