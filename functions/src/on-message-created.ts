import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { createOtterStore, toAskedMessage } from './data/otter-store.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { answerQuestion } from './domain/otter/answer-question.ts';
import { retried } from './options.ts';

/** A new message is answered by Otter, if it asks, and brings the chat's inbox rows and its newest message up to date. */
export const onMessageCreated = onDocumentCreated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  async ({ params, data }) => {
    const message = toAskedMessage(data?.data());
    if (message) await answerQuestion(createOtterStore(openFirestore()), { ...params, message }, Date.now());
    await handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId: params.chatId });
  },
);
