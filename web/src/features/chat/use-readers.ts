import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import { watchChatMember, watchChatMembers } from '../../data/watch-chat-members.ts';
import type { ReadByPlaceValue } from './read-by-place.ts';
import { usePageVisible } from './use-page-visible.ts';

/** Who has read is shown in chats of at most so many members. */
const SMALL = 10;

/** Who has read a message of mine, and whether these are all the others. */
export interface Readers {
  readonly ids: readonly string[];
  readonly isEveryone: boolean;
}

const NONE: Readers = { ids: [], isEveryone: false };

/**
 * Who has read my message of a time, of those who give read receipts: in a private chat or a group of at most ten. At most ten reads, and none while the page is in the background.
 */
export function useReaders(place: ReadByPlaceValue, sentAt: number): Readers {
  const { uid } = place;
  const chat = usePageVisible() ? place.chat : undefined;
  const otherUid = chat?.type === 'direct' ? chat.participants.find((each) => each !== uid) : undefined;
  const isSmallGroup = chat?.type === 'group' && chat.memberCount > 0 && chat.memberCount <= SMALL;

  const other = useLive(chat && otherUid ? watchChatMember(uid, chat.id, otherUid) : null).value;
  const members = useLive(chat && isSmallGroup ? watchChatMembers(uid, chat.id) : null).value;
  const blocks = useLive(members ? watchBlocks(uid) : null).value;

  const all = other ? [other] : members && blocks ? members : [];
  const hidden = new Set([uid, ...(blocks ?? []).map(({ id }) => id)]);
  const others = all.filter((member) => !hidden.has(member.uid));
  const ids = others
    .filter(({ readAt }) => readAt !== null && readAt.toMillis() >= sentAt)
    .map((member) => member.uid);
  return ids.length === 0 ? NONE : { ids, isEveryone: ids.length === others.length };
}
