import { chatPath } from '@sameboat/model/chat';
import { messagePath } from '@sameboat/model/message';
import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { SentMessageStore } from '../domain/handle-new-message.ts';

export function createSentMessageStore(firestore: Firestore): SentMessageStore {
  return {
    async idsSentWith({ chatId, senderId, createdAt }, limit) {
      // Equalities only: answered in the order of the ids, and from the indexes that every field has.
      const found = await firestore
        .collection(`${chatPath(chatId)}/messages`)
        .where('senderId', '==', senderId)
        .where('createdAt', '==', new Timestamp(createdAt.seconds, createdAt.nanoseconds))
        .select()
        .limit(limit)
        .get();
      return found.docs.map(({ id }) => id);
    },
    async removeMessages(chatId, ids) {
      const batch = firestore.batch();
      for (const id of ids) batch.delete(firestore.doc(messagePath(chatId, id)));
      await batch.commit();
    },
  };
}
