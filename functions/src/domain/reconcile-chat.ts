import type { InboxRow } from '@sameboat/model/inbox-row';
import { fanOutMembersMax } from '@sameboat/model/limits';
import { readChatNames } from './chat-name.ts';
import type { ChatFacts, ChatStore, ChatTransaction, MemberFacts } from './chat-store.ts';
import { deriveRow, pulledRow, sameLast, sameRow } from './inbox-row.ts';
import { readMessageWindow } from './message-window.ts';
import { activityOf, lastWaitsUntil, readLast } from './newest-message.ts';
import { type RowHolders, readRowHolders } from './row-holders.ts';

export interface ReconcileOptions {
  readonly chatId: string;
  /** People who joined or left: their rows come or go, and the members are counted anew. */
  readonly moved?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Reconciled {
  /** When to come back (milliseconds since the epoch) because `private/last` was written a moment ago; null if all is said. */
  readonly settleAt: number | null;
}

const settled: Reconciled = { settleAt: null };

/**
 * Brings a chat's inbox rows, its `private/last`, `lastAt` and `memberCount`, and its community's `lastActiveOn` into
 * line with its messages and members as they are now. An event is only the reason to look, so events may come twice,
 * late or in any order.
 */
export function reconcileChat(store: ChatStore, options: ReconcileOptions): Promise<Reconciled> {
  const moved = options.moved ?? [];
  return store.transact(options.chatId, async (transaction) => {
    const { chat } = transaction;
    if (chat === null) {
      for (const uid of (await transaction.rows(moved)).keys()) transaction.deleteRow(uid);
      return settled;
    }
    if (isOver(chat, options.now)) {
      await closeChat(transaction, chat, moved);
      return settled;
    }
    const holders = await readRowHolders(transaction, chat, moved);
    // From here on nobody else writes these rows, so what is read now is at least as new as what they were made of.
    const [last, window, names, memberCount] = await Promise.all([
      readLast(transaction, chat),
      holders.isFannedOut ? readMessageWindow(transaction, holders) : null,
      readChatNames(transaction, chat),
      moved.length > 0 && chat.type !== 'home' ? transaction.countMembers() : null,
    ]);
    const { lastAt, day } = activityOf(chat, last);
    const { communityId } = chat;
    const activeOn =
      day !== undefined && communityId !== null ? await transaction.lastActiveOn(communityId) : null;

    writeRows(transaction, holders, (member, row) =>
      window === null
        ? (row ?? pulledRow(chat, member))
        : deriveRow({ chat, member, row, last, window, name: names(member) }),
    );
    const settleAt = lastWaitsUntil(transaction.last, last, options.now);
    if (settleAt === null && !sameLast(transaction.last, last)) transaction.setLast(last);
    const change = {
      // Written although it may be the same, so that an older count that is still under way is turned away.
      ...(memberCount === null ? {} : { memberCount }),
      ...(lastAt === undefined ? {} : { lastAt }),
    };
    if (Object.keys(change).length > 0) transaction.updateChat(change);
    if (communityId !== null && day !== undefined && activeOn !== null && activeOn < day) {
      transaction.setLastActiveOn(communityId, day);
    }
    return { settleAt };
  });
}

/** Writes a chat's `private/last` alone, once its time has come: what is left of a look that came too early for it. */
export function settleLast(store: ChatStore, chatId: string, now: number): Promise<Reconciled> {
  return store.transact(chatId, async (transaction) => {
    const { chat } = transaction;
    if (chat === null || isOver(chat, now)) return settled;
    const last = await readLast(transaction, chat);
    const settleAt = lastWaitsUntil(transaction.last, last, now);
    if (settleAt === null && !sameLast(transaction.last, last)) transaction.setLast(last);
    return { settleAt };
  });
}

/** Ended by somebody or run out: nobody reads or writes such a chat any more. */
function isOver(chat: ChatFacts, now: number): boolean {
  return chat.endedAt !== null || (chat.expiresAt !== null && chat.expiresAt.toMillis() <= now);
}

/** The rows and the last words go, whoever ended the chat and why. In a chat of two that was ended the memberships go with them. */
async function closeChat(
  transaction: ChatTransaction,
  chat: ChatFacts,
  moved: readonly string[],
): Promise<void> {
  const members = (await transaction.members(fanOutMembersMax)).map(({ uid }) => uid);
  const rows = await transaction.rows([...new Set([...chat.participants, ...members, ...moved])]);
  for (const uid of rows.keys()) transaction.deleteRow(uid);
  if (transaction.last !== null) transaction.setLast(null);
  if (chat.endedAt === null || (chat.type !== 'direct' && chat.type !== 'match')) return;
  for (const uid of members) transaction.deleteMember(uid);
}

function writeRows(
  transaction: ChatTransaction,
  { members, rows }: RowHolders,
  wantedRow: (member: MemberFacts, row: InboxRow | undefined) => InboxRow,
): void {
  for (const member of members) {
    const row = rows.get(member.uid);
    const wanted = wantedRow(member, row);
    if (row === undefined) transaction.createRow(member.uid, wanted);
    else if (!sameRow(row, wanted)) {
      const { muted: _muted, pinned: _pinned, ...change } = wanted;
      transaction.updateRow(member.uid, change);
    }
  }
  const stays = new Set(members.map(({ uid }) => uid));
  for (const uid of rows.keys()) if (!stays.has(uid)) transaction.deleteRow(uid);
}
