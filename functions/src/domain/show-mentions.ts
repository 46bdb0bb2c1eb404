import type { ChatFacts, ChatStore } from './chat-store.ts';
import { deriveRows, memberOf } from './derive-rows.ts';
import { rowChange } from './inbox-row.ts';

/** Tries for rows that changed while theirs was worked out. The next look at the chat corrects whatever is left. */
const tries = 3;

/**
 * Brings the rows of some people alone up to date, without a lock, so that it is in nobody's way. The chat is a group that
 * is open and small enough for rows that follow, and a look at all of it is to come.
 */
export async function showMentions(
  store: ChatStore,
  chatId: string,
  chat: ChatFacts,
  uids: readonly string[],
): Promise<void> {
  let left = uids;
  for (let count = 0; count < tries && left.length > 0; count++) {
    const read = await store.readRows(chatId, left);
    const rows = new Map([...read].map(([uid, { row }]) => [uid, row]));
    const members = [...rows].map(([uid, row]) => memberOf(uid, row));
    const wanted = await deriveRows(store.reader(chatId), chat, { members, rows });
    const results = await Promise.all(
      [...read].map(async ([uid, { row, update }]) => {
        const change = rowChange(row, wanted.get(uid) ?? row);
        return change === null || (await update(change)) ? [] : [uid];
      }),
    );
    left = results.flat();
  }
}
