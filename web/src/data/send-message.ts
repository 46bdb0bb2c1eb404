import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath, messagePaceSchema } from '@sameboat/model/pace';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import type { OutboxItem } from './outbox-state.ts';

/** Commits a message of `uid` with the pace document that names it. Tries once and never waits. Throws DataError. */
export function sendMessage(uid: string, { id, chatId, ...content }: OutboxItem): Promise<void> {
  return commitNow(
    [
      { set: messagePath(chatId, id), data: newTextMessage({ senderId: uid, ...content }, serverTime) },
      { set: messagePacePath(uid), data: messagePace(chatId, id, serverTime) },
    ],
    { evenOffline: true },
  );
}

/**
 * Whether the server has a message, and the person's pace mark: a string that differs after each message of theirs, or
 * null if there is none. Throws what Firestore throws, such as 'permission-denied' for somebody who has left the chat.
 */
export async function lookForMessage(uid: string, { id, chatId }: OutboxItem) {
  const db = firestore();
  const [message, pace] = await Promise.all([
    getDocFromServer(doc(db, messagePath(chatId, id))),
    getDocFromServer(doc(db, messagePacePath(uid))),
  ]);
  const mark = messagePaceSchema.safeParse(pace.data());
  return {
    found: message.exists(),
    pace: mark.success ? `${mark.data.at.seconds}.${mark.data.at.nanoseconds}` : null,
  };
}
