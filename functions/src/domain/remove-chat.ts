import { chatPath } from '@sameboat/model/chat';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { deleteAll } from './document-store.ts';
import type { RemovalStores } from './removal.ts';

/**
 * Removes everything below `chats/{chatId}` and the rows that show it, the chat's own document excepted. A row goes in one
 * commit with the membership that leads to it, so this can stop anywhere and start again. `participants` may have rows
 * without being members.
 */
export async function removeChatContent(
  { documents, pictures }: RemovalStores,
  chatId: string,
  participants: readonly string[],
): Promise<void> {
  const row = (uid: string) => inboxRowPath(uid, chatId);
  if (participants.length > 0) {
    await documents.commit(participants.map((uid) => ({ act: 'delete', path: row(uid) })));
  }
  await deleteAll(documents, { collection: `${chatPath(chatId)}/members` }, ({ path }) => [
    row(path.slice(path.lastIndexOf('/') + 1)),
  ]);
  for (const collection of ['messages', 'typing', 'bans', 'invitations', 'private']) {
    await deleteAll(documents, { collection: `${chatPath(chatId)}/${collection}` });
  }
  await pictures.deleteFolder(chatPath(chatId));
}

/** Removes what a chat has left behind whose document was deleted. */
export async function removeDeletedChat(
  stores: RemovalStores,
  chatId: string,
  participants: readonly string[],
): Promise<void> {
  // A late event must not empty a chat that is there again.
  if ((await stores.documents.get([chatPath(chatId)])).length > 0) return;
  await removeChatContent(stores, chatId, participants);
}
