import { chatPath } from '@sameboat/model/chat';
import { messageTombstone } from '@sameboat/model/message';
import { type DocumentQuery, eachPage, type StoredDocument } from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { timeOf } from './time-of.ts';

/** Everything that a person has written anywhere: the places stay, as with every deleted message. */
export function removeMessages(stores: RemovalStores, { uid, now }: Removal): Promise<void> {
  return emptyMessages(stores, { collection: 'messages', group: true }, { senderId: uid, now });
}

/** The same in one match, where a person is known by the alias. */
export function removeMessagesOfMatch(
  stores: RemovalStores,
  { chatId, alias, now }: { readonly chatId: string; readonly alias: string; readonly now: number },
): Promise<void> {
  return emptyMessages(stores, { collection: `${chatPath(chatId)}/messages` }, { senderId: alias, now });
}

async function emptyMessages(
  { documents, pictures }: RemovalStores,
  messages: Pick<DocumentQuery, 'collection' | 'group'>,
  { senderId, now }: { readonly senderId: string; readonly now: number },
): Promise<void> {
  const mine = { ...messages, where: [{ field: 'senderId', op: '==', value: senderId }] } as const;
  await eachPage(documents, mine, async (page) => {
    const left = page.filter(({ data }) => data.deletedAt === null);
    if (left.length === 0) return;
    // Pictures first: once a message is emptied, it is passed over when this runs again.
    const withPictures = left.filter(({ data }) => Array.isArray(data.images) && data.images.length > 0);
    for (const chat of new Set(withPictures.map(chatOf))) {
      await pictures.deleteFolder(`${chat}/images/${senderId}`);
    }
    await documents.commit(
      left.map(({ path }) => ({ act: 'update', path, change: messageTombstone(timeOf(now)) })),
    );
  });
}

/** `chats/{id}/messages/{id}` → `chats/{id}`. */
function chatOf({ path }: StoredDocument): string {
  return path.split('/').slice(0, 2).join('/');
}
