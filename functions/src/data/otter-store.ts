import { messagePath } from '@sameboat/model/message';
import { settingsPath } from '@sameboat/model/settings';
import { isFirestoreTime } from '@sameboat/model/time';
import { type DocumentData, type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { AskedMessage, OtterStore } from '../domain/otter/answer-question.ts';
import { createOnce } from './create-once.ts';

export function createOtterStore(firestore: Firestore): OtterStore {
  return {
    async hasAnswer(chatId, answerId) {
      return (await firestore.doc(messagePath(chatId, answerId)).get()).exists;
    },
    async messagesOf({ chatId, senderId }, since, limit) {
      const found = await firestore
        .collection(`chats/${chatId}/messages`)
        .where('senderId', '==', senderId)
        .where('createdAt', '>', new Timestamp(since.seconds, since.nanoseconds))
        .orderBy('createdAt', 'desc')
        .limit(limit)
        .select('text', 'createdAt')
        .get();
      return found.docs.flatMap((each) => toAskedMessage(each.data()) ?? []);
    },
    async timeZoneOf(uid) {
      const zone: unknown = (await firestore.doc(settingsPath(uid)).get()).get('timeZone');
      return typeof zone === 'string' ? zone : null;
    },
    createAnswer: (chatId, answerId, message) =>
      createOnce(firestore, messagePath(chatId, answerId), message),
  };
}

/** A message as Otter reads it; null when it is not one. */
export function toAskedMessage(data: DocumentData | undefined): AskedMessage | null {
  if (!data || !isFirestoreTime(data.createdAt)) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    senderId: text(data.senderId),
    kind: text(data.kind),
    text: text(data.text),
    createdAt: data.createdAt,
  };
}
