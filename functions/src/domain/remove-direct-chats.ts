import { chatPath } from '@sameboat/model/chat';
import { deletedAccountId } from '@sameboat/model/delete-my-account';
import { messagePacePath, pacePath } from '@sameboat/model/pace';
import type { DocumentWrite, StoredDocument } from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { removeChatContent } from './remove-chat.ts';
import { timeOf } from './time-of.ts';

/** Chats that are found at a time; each of them is removed page by page. */
const chatsAtATime = 20;

/**
 * The direct chats of a person, with what the others wrote in them: nobody could read an ended one, and the chat's id names
 * both. The other person is told nothing but that the chat is over, as at every end.
 */
export async function removeDirectChats(stores: RemovalStores, removal: Removal): Promise<void> {
  for (;;) {
    const page = await stores.documents.find({
      collection: 'chats',
      where: [{ field: 'participants', op: 'array-contains', value: removal.uid }],
      limit: chatsAtATime,
    });
    if (page.length === 0) return;
    for (const chat of page) await removeDirectChat(stores, removal, chat);
  }
}

async function removeDirectChat(
  stores: RemovalStores,
  { uid, now }: Removal,
  { path, data }: StoredDocument,
): Promise<void> {
  const { documents } = stores;
  // From here on the rules refuse what the other person may be about to send.
  if (data.endedAt === null)
    await documents.commit([{ act: 'update', path, change: { endedAt: timeOf(now) } }]);
  const participants = Array.isArray(data.participants) ? data.participants.map(String) : [];
  const chatId = path.slice('chats/'.length);
  await removeChatContent(stores, chatId, participants);
  const counters = await documents.get(
    participants
      .filter((participant) => participant !== uid)
      .flatMap((other) => [messagePacePath(other), pacePath(other, 'request')]),
  );
  await documents.commit([
    ...counters.flatMap((counter) => withoutChat(counter, chatId)),
    { act: 'delete', path: chatPath(chatId) },
  ]);
}

/** The other person's counter goes on counting, and names the chat no more. */
function withoutChat({ path, data }: StoredDocument, chatId: string): readonly DocumentWrite[] {
  return ['chatId', 'id']
    .filter((field) => data[field] === chatId)
    .map((field) => ({ act: 'update', path, change: { [field]: deletedAccountId } }));
}
