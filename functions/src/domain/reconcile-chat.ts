import type { InboxRow } from '@sameboat/model/inbox-row';
import { readChatNames } from './chat-name.ts';
import type { ChatStore, ChatTransaction, MemberFacts } from './chat-store.ts';
import { closeChat, isOver } from './close-chat.ts';
import { writeRow } from './derive-rows.ts';
import { deriveRow, sameLast } from './inbox-row.ts';
import { readMessageWindow } from './message-window.ts';
import { activityOf, lastWaitsUntil, readLast } from './newest-message.ts';
import { type RowHolders, readRowHolders } from './row-holders.ts';

export interface ReconcileOptions {
  readonly chatId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Reconciled {
  /** When to come back (milliseconds since the epoch) because `private/last` was written a moment ago; null if all is said. */
  readonly settleAt: number | null;
  /** Firestore's time of reading, in milliseconds: what was committed before it has been seen. */
  readonly readAt: number;
}

/**
 * Brings a chat's inbox rows, its `private/last` and `lastAt`, and its community's `lastActiveOn` into line with its
 * messages as they are now. An event is only the reason to look, so events may come twice, late or in any order.
 */
export function reconcileChat(store: ChatStore, { chatId, now }: ReconcileOptions): Promise<Reconciled> {
  return store.transact(chatId, async (transaction) => {
    const { chat, readAt } = transaction;
    const settled = { settleAt: null, readAt };
    if (chat === null) return settled;
    if (isOver(chat, now)) {
      await closeChat(transaction, chat);
      return settled;
    }
    const [stored, holders] = await Promise.all([transaction.last(), readRowHolders(transaction, chat)]);
    // From here on nobody else writes these rows, so what is read now is at least as new as what they were made of.
    const [window, names] = await Promise.all([
      holders === null ? null : readMessageWindow(transaction, holders),
      readChatNames(transaction, chat),
    ]);
    const last = await readLast(transaction, chat, window?.newest ?? null);
    const { lastAt, day } = activityOf(chat, last);
    const { communityId } = chat;
    const activeOn =
      day !== undefined && communityId !== null ? await transaction.lastActiveOn(communityId) : null;

    if (holders !== null && window !== null) {
      if (holders.newRoster !== null) transaction.setRoster(holders.newRoster);
      writeRows(transaction, holders, (member, row) =>
        deriveRow({ chat, member, row, last, window, name: names(member) }),
      );
    }
    const settleAt = lastWaitsUntil(stored, last, now);
    if (settleAt === null && !sameLast(stored, last)) transaction.setLast(last);
    const memberCount = holders?.memberCount ?? chat.memberCount;
    const change = {
      ...(memberCount === chat.memberCount ? {} : { memberCount }),
      ...(lastAt === undefined ? {} : { lastAt }),
    };
    if (Object.keys(change).length > 0) transaction.updateChat(change);
    if (communityId !== null && day !== undefined && activeOn !== null && activeOn < day) {
      transaction.setLastActiveOn(communityId, day);
    }
    return { settleAt, readAt };
  });
}

/** Writes a chat's `private/last` alone, once its time has come: what is left of a look that came too early for it. */
export function settleLast(store: ChatStore, { chatId, now }: ReconcileOptions): Promise<Reconciled> {
  return store.transact(chatId, async (transaction) => {
    const { chat, readAt } = transaction;
    if (chat === null || isOver(chat, now)) return { settleAt: null, readAt };
    const stored = await transaction.last();
    const last = await readLast(transaction, chat, null);
    const settleAt = lastWaitsUntil(stored, last, now);
    if (settleAt === null && !sameLast(stored, last)) transaction.setLast(last);
    return { settleAt, readAt };
  });
}

function writeRows(
  transaction: ChatTransaction,
  { members, rows }: RowHolders,
  wantedRow: (member: MemberFacts, row: InboxRow | undefined) => InboxRow,
): void {
  for (const member of members) {
    const row = rows.get(member.uid);
    writeRow(transaction, member.uid, row, wantedRow(member, row));
  }
  const stays = new Set(members.map(({ uid }) => uid));
  for (const uid of rows.keys()) if (!stays.has(uid)) transaction.deleteRow(uid);
}
