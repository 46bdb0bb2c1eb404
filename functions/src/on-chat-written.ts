import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { toChat } from './data/chat-documents.ts';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import * as pictures from './data/pictures.ts';
import { changesRows } from './domain/changes-rows.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { removeDeletedChat } from './domain/remove-chat.ts';
import { longest, retried } from './options.ts';

/** A request that was accepted or declined, a chat that ended, and one that was deleted with everything in it. */
export const onChatWritten = onDocumentWritten(
  { ...retried, ...longest, document: 'chats/{chatId}' },
  async ({ params: { chatId }, data }) => {
    const before = data?.before.data();
    const after = data?.after.data();
    const firestore = openFirestore();
    if (before && !after) {
      const stores = { documents: createDocumentStore(firestore), pictures };
      await removeDeletedChat(stores, chatId, toChat(before).participants);
    } else if (before && after && changesRows(before, after)) {
      await handleChatEvent(createChatStore(firestore), systemClock, { chatId });
    }
  },
);
