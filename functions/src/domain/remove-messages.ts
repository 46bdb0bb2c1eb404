import { chatPath } from '@sameboat/model/chat';
import { deletedAccountId } from '@sameboat/model/delete-my-account';
import { messageTombstone } from '@sameboat/model/message';
import { eachPage, type Fields, pageSize, type StoredDocument } from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';
import { timeOf } from './time-of.ts';

/**
 * Everything that a person has written anywhere. The places stay, as with every deleted message, and do not say whose they
 * were.
 */
export async function removeMessages(stores: RemovalStores, { uid, now }: Removal): Promise<void> {
  for (;;) {
    const page = await stores.documents.find({
      collection: 'messages',
      group: true,
      where: [{ field: 'senderId', op: '==', value: uid }],
      limit: pageSize,
    });
    if (page.length === 0) return;
    await removePictures(stores, page, uid);
    await stores.documents.commit(
      page.map(({ path, data }) => ({
        act: 'update',
        path,
        change: { ...emptied(data, now), senderId: deletedAccountId },
      })),
    );
  }
}

/** The same in one match, where a person is known by the alias, which says nothing about them. */
export async function removeMessagesOfMatch(
  stores: RemovalStores,
  { chatId, alias, now }: { readonly chatId: string; readonly alias: string; readonly now: number },
): Promise<void> {
  const mine = {
    collection: `${chatPath(chatId)}/messages`,
    where: [{ field: 'senderId', op: '==', value: alias }],
  } as const;
  await eachPage(stores.documents, mine, async (page) => {
    const left = page.filter(({ data }) => data.deletedAt === null);
    if (left.length === 0) return;
    await removePictures(stores, left, alias);
    await stores.documents.commit(
      left.map(({ path, data }) => ({ act: 'update', path, change: emptied(data, now) })),
    );
  });
}

/** Nothing for a message that its author had deleted before. */
function emptied(data: Fields, now: number): Fields {
  return data.deletedAt === null ? messageTombstone(timeOf(now)) : {};
}

/** Pictures first: once a message is emptied, it is passed over when this runs again. */
async function removePictures(
  { pictures }: RemovalStores,
  messages: readonly StoredDocument[],
  senderId: string,
): Promise<void> {
  const withPictures = messages.filter(({ data }) => Array.isArray(data.images) && data.images.length > 0);
  for (const chat of new Set(withPictures.map(chatOf))) {
    await pictures.deleteFolder(`${chat}/images/${senderId}`);
  }
}

/** `chats/{id}/messages/{id}` → `chats/{id}`. */
function chatOf({ path }: StoredDocument): string {
  return path.split('/').slice(0, 2).join('/');
}
