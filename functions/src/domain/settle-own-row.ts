import type { ChatStore } from './chat-store.ts';
import { isOver } from './close-chat.ts';
import { deriveRows, writeRow } from './derive-rows.ts';
import { pulledRow } from './inbox-row.ts';
import { isPulled } from './is-pulled.ts';

/** The row of one person who joined or left a chat that is not direct: it comes or goes with the membership, alone. */
export function settleOwnRow(store: ChatStore, chatId: string, uid: string, now: number): Promise<void> {
  return store.transact(chatId, async (transaction) => {
    const { chat } = transaction;
    const rows = await transaction.rows([uid]);
    const row = rows.get(uid);
    const isClosed = chat === null || isOver(chat, now);
    const member = isClosed ? undefined : (await transaction.confirmMembers([uid])).get(uid);
    if (isClosed || member === undefined) {
      if (row) transaction.deleteRow(uid);
    } else if (isPulled(chat)) {
      if (!row) transaction.createRow(uid, pulledRow(chat, member));
    } else {
      const wanted = (await deriveRows(transaction, chat, { members: [member], rows })).get(uid);
      if (wanted) writeRow(transaction, uid, row, wanted);
    }
  });
}
