import type { LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import { fanOutMembersMax } from '@sameboat/model/limits';
import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts, ChatStore, ChatTransaction, MemberFacts } from './chat-store.ts';
import {
  deriveRow,
  hasStoppedCounting,
  type MessageWindow,
  readMark,
  sameLast,
  sameRow,
} from './inbox-row.ts';
import { previewOf } from './preview.ts';
import { unreadMax } from './unread.ts';

const beginning: FirestoreTime = { seconds: 0, nanoseconds: 0, toMillis: () => 0 };

/** A chat's `last` is written at most once in this many milliseconds. */
export const lastIntervalMs = 1_000;

export interface ReconcileOptions {
  readonly chatId: string;
  /** People who joined or left: their rows come or go, and the members are counted anew. */
  readonly moved?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Reconciled {
  /** When to come back (milliseconds since the epoch) because `last` was written a moment ago; null if all is said. */
  readonly settleAt: number | null;
}

/**
 * Brings a chat's inbox rows, its `last` and its `memberCount` into line with its messages and members as they
 * are now. An event is only the reason to look, so events may come twice, late or in any order.
 */
export function reconcileChat(store: ChatStore, options: ReconcileOptions): Promise<Reconciled> {
  const moved = options.moved ?? [];
  return store.transact(options.chatId, async (transaction) => {
    const { chat } = transaction;
    if (chat === null) {
      for (const uid of (await transaction.rows(moved)).keys()) transaction.deleteRow(uid);
      return { settleAt: null };
    }
    const seen = await readMembers(transaction, chat, moved);
    const { members, rows } = await holdRows(transaction, seen, moved);
    // From here on nobody else writes these rows, so what is read now is at least as new as what they were made of.
    const [last, window, names, memberCount] = await Promise.all([
      readLast(transaction),
      seen.isFannedOut ? readWindow(transaction, members, rows) : null,
      readNames(transaction, chat, members),
      moved.length > 0 ? transaction.countMembers() : null,
    ]);

    for (const member of members) {
      const row = rows.get(member.uid);
      const wanted =
        window === null
          ? (row ?? pulledRow(chat, member))
          : deriveRow({ chat, member, row, last, window, name: names(member.uid) });
      if (row === undefined) transaction.createRow(member.uid, wanted);
      else if (!sameRow(row, wanted)) {
        const { muted: _muted, pinned: _pinned, ...change } = wanted;
        transaction.updateRow(member.uid, change);
      }
    }
    const stays = new Set(members.map(({ uid }) => uid));
    for (const uid of moved) if (!stays.has(uid) && rows.has(uid)) transaction.deleteRow(uid);

    const settleAt = lastWaitsUntil(chat, last, options.now);
    const change = {
      // Written although it may be the same, so that an older count that is still under way is turned away.
      ...(memberCount === null ? {} : { memberCount }),
      ...(settleAt === null && !sameLast(chat.last, last) ? { last } : {}),
    };
    if (Object.keys(change).length > 0) transaction.updateChat(change);
    return { settleAt };
  });
}

/** Writes a chat's `last` alone, once its time has come: what is left of a look that came too early for it. */
export function settleLast(store: ChatStore, chatId: string, now: number): Promise<Reconciled> {
  return store.transact(chatId, async (transaction) => {
    const { chat } = transaction;
    if (chat === null) return { settleAt: null };
    const last = await readLast(transaction);
    const settleAt = lastWaitsUntil(chat, last, now);
    if (settleAt === null && !sameLast(chat.last, last)) transaction.updateChat({ last });
    return { settleAt };
  });
}

interface Seen {
  /** All of a small chat; nobody of a larger one. */
  readonly members: readonly MemberFacts[];
  /** Whether everybody has a row that follows. */
  readonly isFannedOut: boolean;
}

async function readMembers(
  transaction: ChatTransaction,
  chat: ChatFacts,
  moved: readonly string[],
): Promise<Seen> {
  const isKnownLarge = chat.memberCount > fanOutMembersMax && moved.length === 0;
  const members = isKnownLarge ? [] : await transaction.members(fanOutMembersMax + 1);
  const isFannedOut = !isKnownLarge && members.length <= fanOutMembersMax;
  return { members: isFannedOut ? members : [], isFannedOut };
}

/**
 * Holds the rows that are looked after now, and asks once more, under the same hold, about everybody whose row would
 * come or go: the list of members was read a moment before.
 */
async function holdRows(
  transaction: ChatTransaction,
  { members }: Seen,
  moved: readonly string[],
): Promise<{ members: readonly MemberFacts[]; rows: ReadonlyMap<string, InboxRow> }> {
  const listed = members.map(({ uid }) => uid);
  const rows = await transaction.rows([...new Set([...listed, ...moved])]);
  const doubtful = new Set([...moved, ...listed.filter((uid) => !rows.has(uid))]);
  const confirmed = await transaction.confirmMembers([...doubtful]);
  return { members: [...members.filter(({ uid }) => !doubtful.has(uid)), ...confirmed.values()], rows };
}

async function readLast(transaction: ChatTransaction): Promise<LastMessage | null> {
  const newest = await transaction.newestMessage();
  if (newest === null) return null;
  const names = await transaction.displayNames([newest.senderId]);
  return {
    text: previewOf(newest),
    senderId: newest.senderId,
    senderName: names.get(newest.senderId) ?? '',
    at: newest.createdAt,
  };
}

/** Reads from where the one furthest behind stopped, leaving out those who are too far behind to count for. */
async function readWindow(
  transaction: ChatTransaction,
  members: readonly MemberFacts[],
  rows: ReadonlyMap<string, InboxRow>,
): Promise<MessageWindow> {
  let start: FirestoreTime | null = null;
  for (const member of members) {
    const row = rows.get(member.uid);
    const mark = readMark(member, row);
    if (!hasStoppedCounting(member, row) && (start === null || compareTimes(mark, start) < 0)) start = mark;
  }
  // Everybody is far behind; the newest messages tell whether one of them has written since.
  const messages = await transaction.messagesAfter(start ?? beginning, unreadMax);
  const oldest = messages.at(-1);
  if (oldest && messages.length === unreadMax) return { messages, start: oldest.createdAt };
  return { messages, start: start ?? beginning };
}

/** A function from a member's uid to what that member calls the chat. */
async function readNames(
  transaction: ChatTransaction,
  chat: ChatFacts,
  members: readonly MemberFacts[],
): Promise<(uid: string) => string> {
  if (chat.type === 'home' || chat.type === 'group') return () => chat.name;
  const shown =
    chat.type === 'match'
      ? new Map(members.map((member) => [member.uid, member.name ?? '']))
      : await transaction.displayNames(chat.participants);
  return (uid) => shown.get(chat.participants.find((other) => other !== uid) ?? '') ?? '';
}

/** In a chat too large for rows that follow, the row only says that the chat is there. */
function pulledRow(chat: ChatFacts, member: MemberFacts): InboxRow {
  return {
    type: chat.type,
    name: chat.name,
    communityId: chat.communityId,
    otherUid: null,
    last: null,
    unread: 0,
    mentions: 0,
    readAt: readMark(member, undefined),
    muted: false,
    pinned: false,
    updatedAt: member.joinedAt,
  };
}

function lastWaitsUntil(chat: ChatFacts, last: LastMessage | null, now: number): number | null {
  if (chat.last === null || sameLast(chat.last, last)) return null;
  const due = chat.last.at.toMillis() + lastIntervalMs;
  return due > now ? due : null;
}
