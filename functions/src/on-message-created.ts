import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { openFirestore } from './data/firestore.ts';
import { openLookout } from './data/lookout.ts';
import { toMessageEvent } from './data/message-event.ts';
import { createOtterStore, toAskedMessage } from './data/otter-store.ts';
import { handleMessage } from './domain/handle-message.ts';
import { answerQuestion } from './domain/otter/answer-question.ts';
import { retried } from './options.ts';

/** A new message is answered by Otter, if it asks, and brings the chat's inbox rows and its newest message up to date. */
export const onMessageCreated = onDocumentCreated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  async ({ params, data }) => {
    if (!data) return;
    const message = toAskedMessage(data.data());
    if (message) await answerQuestion(createOtterStore(openFirestore()), { ...params, message }, Date.now());
    await handleMessage(openLookout(), toMessageEvent(params, null, data));
  },
);
