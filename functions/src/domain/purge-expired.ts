import { chatPath } from '@sameboat/model/chat';
import { uploadTicketMs } from '@sameboat/model/limits';
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
 * Removes what has run out: chats with everything in them (matches), and tickets for uploads. Rules have refused both
 * since their time came; this only tidies up. The chat's document goes last, so a run that breaks off is taken up by the
 * next one.
 */
export async function purgeExpired(stores: RemovalStores, now: number): Promise<Purged> {
  const { documents } = stores;
  const tickets = await deleteAll(documents, {
    collection: 'uploads',
    group: true,
    where: [{ field: 'at', op: '<=', value: timeOf(now - uploadTicketMs) }],
  });
  let chats = 0;
  for (;;) {
    const page = await documents.find({
      collection: 'chats',
      where: [{ field: 'expiresAt', op: '<=', value: timeOf(now) }],
      limit: chatsAtATime,
    });
    if (page.length === 0) return { chats, tickets };
    for (const { path, data } of page) {
      const participants = Array.isArray(data.participants) ? data.participants : [];
      await removeChatContent(stores, path.slice('chats/'.length), participants);
      await documents.commit([{ act: 'delete', path: chatPath(path.slice('chats/'.length)) }]);
      chats += 1;
    }
  }
}
