import { chatPath } from '@sameboat/model/chat';
import { communityPath } from '@sameboat/model/community';
import { deleteAll, pageSize } from './document-store.ts';
import type { RemovalStores } from './removal.ts';
import { removeChatContent } from './remove-chat.ts';

/**
 * Removes everything in a community, its chats and its name too; its own document and its members stay. Can stop anywhere
 * and start again.
 */
export async function removeCommunityContent(stores: RemovalStores, communityId: string): Promise<void> {
  const { documents, pictures } = stores;
  const ofCommunity = [{ field: 'communityId', op: '==', value: communityId }] as const;
  for (;;) {
    const chats = await documents.find({ collection: 'chats', where: ofCommunity, limit: pageSize });
    if (chats.length === 0) break;
    for (const { path } of chats) {
      const chatId = path.slice('chats/'.length);
      await removeChatContent(stores, chatId, []);
      await documents.commit([{ act: 'delete', path: chatPath(chatId) }]);
    }
  }
  await deleteAll(documents, { collection: 'communityNames', where: ofCommunity });
  for (const collection of ['bans', 'log', 'private']) {
    await deleteAll(documents, { collection: `${communityPath(communityId)}/${collection}` });
  }
  await pictures.deleteFolder(communityPath(communityId));
}
