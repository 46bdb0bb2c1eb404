import { directChatId } from '@sameboat/model/direct-chat-id';
import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { openLookout } from './data/lookout.ts';
import { lookAtOnce } from './domain/look-at-chat.ts';
import { retried } from './options.ts';

/** A block takes back a request that waits between the two; without the block the request is shown again. */
export const onBlockWritten = onDocumentWritten(
  { ...retried, document: 'users/{uid}/blocks/{otherUid}' },
  ({ params: { uid, otherUid }, time }) =>
    lookAtOnce(openLookout(), { chatId: directChatId(uid, otherUid), committedAt: Date.parse(time) }),
);
