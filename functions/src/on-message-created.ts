import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { retried } from './options.ts';

/** A new message brings the chat's inbox rows and its newest message up to date. */
export const onMessageCreated = onDocumentCreated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  ({ params }) => handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId: params.chatId }),
);
