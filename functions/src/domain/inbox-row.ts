import type { LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import { compareTimes, type FirestoreTime, latestTime, sameTime } from '@sameboat/model/time';
import type { ChatFacts, MemberFacts, RowChange } from './chat-store.ts';
import { type CountedMessage, countUnread, unreadMax } from './unread.ts';

/** How far a member has read: what their row says, or the moment they came. */
export function readMark(member: MemberFacts, row: InboxRow | undefined): FirestoreTime {
  return row?.readAt ?? member.joinedAt;
}

/** So far behind that the count has stopped; it starts again when the person has caught up. */
export function hasStoppedCounting(member: MemberFacts, row: InboxRow | undefined): boolean {
  if (!row || row.last === null || row.unread < unreadMax) return false;
  return compareTimes(readMark(member, row), row.last.at) < 0;
}

/** Every message of the chat that was created after `start`. */
export interface MessageWindow {
  readonly start: FirestoreTime;
  readonly messages: readonly CountedMessage[];
}

export interface RowInput {
  readonly chat: Pick<ChatFacts, 'type' | 'communityId' | 'participants' | 'state' | 'requestedBy'>;
  readonly member: MemberFacts;
  readonly row: InboxRow | undefined;
  readonly last: LastMessage | null;
  readonly window: MessageWindow;
  /** What this member calls the chat. */
  readonly name: string;
}

/** The row as it should be: nothing in it depends on which events came, how often, or in what order. */
export function deriveRow({ chat, member, row, last, window, name }: RowInput): InboxRow {
  const me = member.alias ?? member.uid;
  const count = countUnread(me, readMark(member, row), window.messages, row?.markedAt);
  // A mark before the window's start means that more is unread than anybody wants counted.
  const isExact = compareTimes(count.readAt, window.start) >= 0;
  return {
    type: chat.type,
    name,
    communityId: chat.communityId,
    otherUid: chat.type === 'direct' ? (chat.participants.find((uid) => uid !== member.uid) ?? null) : null,
    request: requestOf(chat, member),
    // A match ends by the clock, and its words with it: they never leave the chat itself.
    last: chat.type === 'match' ? null : last,
    unread: isExact ? count.unread : unreadMax,
    mentions: isExact ? count.mentions : Math.max(row?.mentions ?? 0, count.mentions),
    readAt: count.readAt,
    muted: row?.muted ?? false,
    pinned: row?.pinned ?? false,
    // News moves a row up the list; being edited, read or renamed does not.
    updatedAt: latestTime(row?.updatedAt ?? member.joinedAt, last?.at) ?? member.joinedAt,
  };
}

/** The same for the person who asked, whether the other one waits, declined or blocked them. */
function requestOf(
  { type, state, requestedBy }: RowInput['chat'],
  { uid }: MemberFacts,
): InboxRow['request'] {
  if (type !== 'direct' || state === null || state === 'open') return null;
  return uid === requestedBy ? 'sent' : 'received';
}

/**
 * In a chat too large for rows that follow, the row only says that the chat is there. The home chat, which nobody chose to
 * join, begins muted.
 */
export function pulledRow(
  chat: Pick<ChatFacts, 'type' | 'name' | 'communityId'>,
  member: MemberFacts,
): InboxRow {
  return {
    type: chat.type,
    name: chat.name,
    communityId: chat.communityId,
    otherUid: null,
    request: null,
    last: null,
    unread: 0,
    mentions: 0,
    readAt: member.joinedAt,
    muted: chat.type === 'home',
    pinned: false,
    updatedAt: member.joinedAt,
  };
}

export function sameLast(a: LastMessage | null, b: LastMessage | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.text === b.text && a.senderId === b.senderId && a.senderName === b.senderName && sameTime(a.at, b.at)
  );
}

/** What turns one row into the other, and nothing else; null if they are the same. */
export function rowChange(from: InboxRow, to: InboxRow): RowChange | null {
  const change: RowChange = {
    ...(from.type === to.type ? {} : { type: to.type }),
    ...(from.name === to.name ? {} : { name: to.name }),
    ...(from.communityId === to.communityId ? {} : { communityId: to.communityId }),
    ...(from.otherUid === to.otherUid ? {} : { otherUid: to.otherUid }),
    ...(from.request === to.request ? {} : { request: to.request }),
    ...(sameLast(from.last, to.last) ? {} : { last: to.last }),
    ...(from.unread === to.unread ? {} : { unread: to.unread }),
    ...(from.mentions === to.mentions ? {} : { mentions: to.mentions }),
    ...(sameTime(from.readAt, to.readAt) ? {} : { readAt: to.readAt }),
    ...(sameTime(from.updatedAt, to.updatedAt) ? {} : { updatedAt: to.updatedAt }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
