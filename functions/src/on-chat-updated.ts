import { onDocumentUpdated } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { changesRows } from './domain/changes-rows.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { retried } from './options.ts';

/** A request that was accepted or declined, and a chat that ended: rows come and go. */
export const onChatUpdated = onDocumentUpdated(
  { ...retried, document: 'chats/{chatId}' },
  async ({ params, data }) => {
    if (data && !changesRows(data.before.data(), data.after.data())) return;
    await handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId: params.chatId });
  },
);
