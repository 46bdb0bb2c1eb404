import { onDocumentUpdated } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { showsInInbox } from './domain/shows-in-inbox.ts';
import { retried } from './options.ts';

/** An edited or deleted message changes what the chat list shows and counts; a reaction does not. */
export const onMessageUpdated = onDocumentUpdated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  async ({ params, data }) => {
    if (data && !showsInInbox(data.before.data(), data.after.data())) return;
    await handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId: params.chatId });
  },
);
