import { messagePath, newImageMessage, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath, messagePaceSchema } from '@sameboat/model/pace';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../firebase/encode-value.ts';
import { firestore } from '../firebase/firestore.ts';
import { commitNow } from './commit-now.ts';
import type { OutboxItem } from './outbox-state.ts';

/** Commits a message of `uid` with the pace document that names it. Tries once and never waits. Throws DataError. */
export function sendMessage(uid: string, { id, chatId, pictures, ...content }: OutboxItem): Promise<void> {
  const input = { senderId: uid, ...content };
  const images = pictures.map(({ path, width, height, alt }) => ({ path, width, height, alt }));
  return commitNow(
    [
      {
        set: messagePath(chatId, id),
        data:
          images.length === 0
            ? newTextMessage(input, serverTime)
            : newImageMessage({ ...input, images }, serverTime),
      },
      { set: messagePacePath(uid), data: messagePace(chatId, id, serverTime) },
    ],
    { evenOffline: true },
  );
}

/** Whether the server has a message. Throws what Firestore throws. */
export async function isStored({ id, chatId }: OutboxItem): Promise<boolean> {
  return (await getDocFromServer(doc(firestore(), messagePath(chatId, id)))).exists();
}

/**
 * Whether the server has a message, and the person's pace mark: a string that differs after each message of theirs, or
 * null if there is none. Throws what Firestore throws, such as 'permission-denied' for somebody who has left the chat.
 */
export async function lookForMessage(uid: string, item: OutboxItem) {
  const [found, pace] = await Promise.all([
    isStored(item),
    getDocFromServer(doc(firestore(), messagePacePath(uid))),
  ]);
  const mark = messagePaceSchema.safeParse(pace.data());
  return {
    found,
    pace: mark.success ? `${mark.data.at.seconds}.${mark.data.at.nanoseconds}` : null,
  };
}
