import { useState } from 'react';
import type { DataError } from '../../data/data-error.ts';
import { useLive } from '../../data/use-live.ts';
import { usePaged } from '../../data/use-paged.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import { olderCommunityChats, watchCommunityChats } from '../../data/watch-community-chats.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { inOrder } from './chat-order.ts';

interface CommunityChatList {
  /** In order; undefined until the first are there. */
  readonly chats: readonly ChatEntry[] | undefined;
  /** Ids of the chats this person is in; undefined while that is not known. */
  readonly mine: ReadonlySet<string> | undefined;
  readonly error: DataError | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
  readonly retry: () => void;
}

/** The group chats of a community: the latest active ones kept current, older ones on demand. */
export function useCommunityChats(uid: string, communityId: string): CommunityChatList {
  const source = watchCommunityChats(uid, communityId);
  const latest = useLive(source);
  const memberships = useLive(watchMemberships(uid));
  const mine = memberships.value?.chats;
  // Without it the rows would be in another order first, and move under the reader's finger.
  const isOrderKnown = mine !== undefined || memberships.error !== null;
  const [wanted, setWanted] = useState(false);
  const from = wanted ? (latest.value?.next ?? null) : null;
  const olderSource = from === null ? null : olderCommunityChats(uid, communityId, from);
  const older = usePaged(olderSource);

  return {
    chats:
      isOrderKnown && latest.value
        ? inOrder([...latest.value.chats, ...(older.items ?? [])], mine)
        : undefined,
    mine,
    error: latest.error ?? older.error,
    hasMore: olderSource === null ? (latest.value?.next ?? null) !== null : older.hasMore,
    loadingMore: older.loadingMore || (olderSource !== null && older.items === null && older.error === null),
    showMore: () => (olderSource === null ? setWanted(true) : olderSource.more()),
    retry: () => {
      source.retry();
      olderSource?.retry();
    },
  };
}
