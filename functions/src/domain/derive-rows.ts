import type { InboxRow } from '@sameboat/model/inbox-row';
import { readChatNames } from './chat-name.ts';
import type { ChatFacts, ChatReader, ChatTransaction, MemberFacts } from './chat-store.ts';
import { deriveRow, rowChange } from './inbox-row.ts';
import { type MembersAndRows, readMessageWindow } from './message-window.ts';
import { readLast } from './newest-message.ts';

/** The member that a row of a group belongs to, as far as the row itself tells. */
export function memberOf(uid: string, row: InboxRow): MemberFacts {
  return { uid, alias: null, joinedAt: row.readAt ?? row.updatedAt };
}

/** The rows of these members as they should be. `rows` are those that are there, and were read before. */
export async function deriveRows(
  reader: ChatReader,
  chat: ChatFacts,
  { members, rows }: MembersAndRows,
): Promise<ReadonlyMap<string, InboxRow>> {
  if (members.length === 0) return new Map();
  const [window, names] = await Promise.all([
    readMessageWindow(reader, { members, rows }),
    readChatNames(reader, chat),
  ]);
  const last = await readLast(reader, chat, window.newest);
  return new Map(
    members.map((member) => {
      const row = rows.get(member.uid);
      return [member.uid, deriveRow({ chat, member, row, last, window, name: names(member) })];
    }),
  );
}

/** Writes what differs. `row` is the one that is there, under the transaction's lock. */
export function writeRow(
  transaction: ChatTransaction,
  uid: string,
  row: InboxRow | undefined,
  wanted: InboxRow,
): void {
  const change = row && rowChange(row, wanted);
  if (row === undefined) transaction.createRow(uid, wanted);
  else if (change) transaction.updateRow(uid, change);
}
