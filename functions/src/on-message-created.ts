import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { toSentMessage } from './data/chat-documents.ts';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { createSentMessageStore } from './data/sent-message-store.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { handleNewMessage } from './domain/handle-new-message.ts';
import { retried } from './options.ts';

/** A new message brings the chat's inbox rows and its `last` up to date, unless another of its commit stands for it. */
export const onMessageCreated = onDocumentCreated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  async ({ params: { chatId, messageId }, data }) => {
    const chats = createChatStore(openFirestore());
    const messages = createSentMessageStore(openFirestore());
    const sent = data ? toSentMessage(chatId, messageId, data.data()) : null;
    if (sent === null) await handleChatEvent(chats, systemClock, { chatId });
    else await handleNewMessage({ chats, messages }, systemClock, sent);
  },
);
