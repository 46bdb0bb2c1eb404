import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath, messagePaceSchema } from '@sameboat/model/pace';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import type { OutboxItem } from './outbox-state.ts';

/** Commits a message of `uid` once, with the pace document that names it. Throws DataError; never waits for a connection. */
export function sendMessage(uid: string, { id, chatId, text }: OutboxItem): Promise<void> {
  return commitNow(
    [
      { set: messagePath(chatId, id), data: newTextMessage({ senderId: uid, text }, serverTime) },
      { set: messagePacePath(uid), data: messagePace(chatId, id, serverTime) },
    ],
    { evenOffline: true },
  );
}

/**
 * Whether the server has a message, and the person's pace mark: another string whenever another message of theirs has
 * arrived, null when there is none. Throws what Firestore throws, 'not-allowed' for who is no longer in the chat.
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
