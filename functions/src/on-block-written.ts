import { directChatId } from '@sameboat/model/direct-chat-id';
import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { retried } from './options.ts';

/** A block takes back a request that waits between the two; without the block the request is shown again. */
export const onBlockWritten = onDocumentWritten(
  { ...retried, document: 'users/{uid}/blocks/{otherUid}' },
  ({ params: { uid, otherUid } }) =>
    handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId: directChatId(uid, otherUid) }),
);
