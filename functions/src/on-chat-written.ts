import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { toChat } from './data/chat-documents.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import { openLookout } from './data/lookout.ts';
import * as pictures from './data/pictures.ts';
import { changesRows } from './domain/changes-rows.ts';
import { lookAtOnce } from './domain/look-at-chat.ts';
import { removeDeletedChat } from './domain/remove-chat.ts';
import { longest, retried } from './options.ts';

/** A request that was accepted or declined, a chat that ended, and one that was deleted with everything in it. */
export const onChatWritten = onDocumentWritten(
  { ...retried, ...longest, document: 'chats/{chatId}' },
  async ({ params: { chatId }, data, time }) => {
    const before = data?.before.data();
    const after = data?.after.data();
    if (before && !after) {
      const stores = { documents: createDocumentStore(openFirestore()), pictures };
      await removeDeletedChat(stores, chatId, toChat(before).participants);
    } else if (before && after && changesRows(before, after)) {
      await lookAtOnce(openLookout(), { chatId, committedAt: Date.parse(time) });
    }
  },
);
