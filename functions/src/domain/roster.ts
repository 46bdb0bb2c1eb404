import type { InboxRow } from '@sameboat/model/inbox-row';
import { fanOutMembersMax } from '@sameboat/model/limits';
import type { ChatFacts, ChatStore, ChatTransaction, MemberFacts } from './chat-store.ts';
import { isOver } from './close-chat.ts';
import { deriveRows, writeRow } from './derive-rows.ts';

/** Direct chats have their participants, a match has two members, and the home chat has no rows that follow. */
export function keepsRoster({ type }: Pick<ChatFacts, 'type'>): boolean {
  return type === 'group';
}

export interface MembersCounted {
  /** Firestore's time of reading, in milliseconds. */
  readonly readAt: number;
  /** Rows follow again, after a time without them. */
  readonly hasShrunk: boolean;
}

/**
 * Brings a chat's `memberCount` and `private/roster` into line with its members as they are now. Rows come and go with each
 * member (`settleOwnRow`); those of people who are new in the roster are brought up to date, as looks at the chat have
 * passed them over until now.
 */
export function countMembers(store: ChatStore, chatId: string, now: number): Promise<MembersCounted> {
  return store.transact(chatId, async (transaction) => {
    const { chat, readAt } = transaction;
    // Nobody counts who is at home.
    if (chat === null || chat.type === 'home' || isOver(chat, now)) return { readAt, hasShrunk: false };
    const roster = keepsRoster(chat) ? await transaction.roster() : null;
    // Members are read after the locks are held, and the count is written although it may be the same, so that an older
    // one that is still under way is turned away.
    const counted = chat.memberCount > fanOutMembersMax ? await transaction.countMembers() : 0;
    const listed = counted > fanOutMembersMax ? null : await transaction.members(fanOutMembersMax + 1);
    if (listed === null || listed.length > fanOutMembersMax) {
      const memberCount = listed === null ? counted : await transaction.countMembers();
      if (roster !== null) transaction.setRoster(null);
      transaction.updateChat({ memberCount });
      return { readAt, hasShrunk: false };
    }
    const uids = listed.map(({ uid }) => uid);
    if (keepsRoster(chat) && !sameMembers(roster ?? [], uids)) {
      const known = new Set(roster ?? []);
      const added = listed.filter(({ uid }) => !known.has(uid));
      const rows = await transaction.rows(added.map(({ uid }) => uid));
      const members = await withRowsToBe(transaction, added, rows);
      const wanted = await deriveRows(transaction, chat, { members, rows });
      for (const [uid, row] of wanted) writeRow(transaction, uid, rows.get(uid), row);
      transaction.setRoster(uids.length > 0 ? uids : null);
    }
    transaction.updateChat({ memberCount: uids.length });
    return { readAt, hasShrunk: chat.memberCount > fanOutMembersMax };
  });
}

/**
 * Of members who were listed a moment before their rows were locked, those whose row is there, and those who are to have
 * one: they are asked about once more under the same lock.
 */
export async function withRowsToBe(
  transaction: ChatTransaction,
  listed: readonly MemberFacts[],
  rows: ReadonlyMap<string, InboxRow>,
): Promise<readonly MemberFacts[]> {
  const missing = listed.filter(({ uid }) => !rows.has(uid)).map(({ uid }) => uid);
  const confirmed = await transaction.confirmMembers(missing);
  return [...listed.filter(({ uid }) => rows.has(uid)), ...confirmed.values()];
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((uid) => known.has(uid));
}
