import { chatPath } from '@sameboat/model/chat';
import { endedChatMs, uploadTicketMs } from '@sameboat/model/limits';
import { deleteAll } from './document-store.ts';
import type { RemovalStores } from './removal.ts';
import { removeChatContent } from './remove-chat.ts';
import { timeOf } from './time-of.ts';

/** Chats that are found at a time; each of them is removed page by page. */
const chatsAtATime = 20;

export interface Purged {
  readonly chats: number;
  readonly tickets: number;
}

/**
 * Removes what has run out: chats with everything in them (matches, and private chats `endedChatMs` after they ended), and
 * tickets for uploads. Rules have refused all of it since its time came; this only tidies up, and makes room for a new
 * private chat between the same two. The chat's document goes last, so a run that breaks off is taken up by the next one.
 */
export async function purgeExpired(stores: RemovalStores, now: number): Promise<Purged> {
  const tickets = await deleteAll(stores.documents, {
    collection: 'uploads',
    group: true,
    where: [{ field: 'at', op: '<=', value: timeOf(now - uploadTicketMs) }],
  });
  const expired = await removeChats(stores, 'expiresAt', now);
  const ended = await removeChats(stores, 'endedAt', now - endedChatMs);
  return { chats: expired + ended, tickets };
}

/** Removes the chats whose time in `field` is not after `latest`, and counts them. */
async function removeChats(
  stores: RemovalStores,
  field: 'expiresAt' | 'endedAt',
  latest: number,
): Promise<number> {
  const { documents } = stores;
  for (let removed = 0; ; ) {
    const page = await documents.find({
      collection: 'chats',
      where: [{ field, op: '<=', value: timeOf(latest) }],
      limit: chatsAtATime,
    });
    if (page.length === 0) return removed;
    for (const { path, data } of page) {
      const chatId = path.slice('chats/'.length);
      await removeChatContent(stores, chatId, Array.isArray(data.participants) ? data.participants : []);
      await documents.commit([{ act: 'delete', path: chatPath(chatId) }]);
      removed += 1;
    }
  }
}
