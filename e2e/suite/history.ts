import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messageTombstone, newTextMessage } from '@sameboat/model/message';
import { type DocumentReference, type DocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { asAdministrator } from './suite.ts';
import type { Account, GroupChat } from './world.ts';

const minute = 60_000;

export interface PastMessage {
  readonly sender: Account;
  readonly text: string;
  readonly isDeleted?: boolean;
}

/** The time of the last but `index` of a history that is written now: a minute apart, the last one a minute ago. */
function timeFromEnd(now: number, index: number): Timestamp {
  return Timestamp.fromMillis(now - (index + 1) * minute);
}

/**
 * Puts messages into a chat, oldest first, of which the last `unread` came after the reader's read position. Resolves
 * when the reader's inbox row counts `shows` unread messages (100 stands for any larger number).
 */
export async function writeHistory(
  chat: GroupChat,
  reader: Account,
  history: readonly PastMessage[],
  { unread, shows = unread }: { unread: number; shows?: number },
): Promise<void> {
  const firestore = asAdministrator();
  const now = Date.now();
  const row = firestore.doc(inboxRowPath(reader.uid, chat.id));
  await whenItIs(row, (snapshot) => snapshot.exists);
  await row.update({ readAt: timeFromEnd(now, unread) });
  const writer = firestore.bulkWriter();
  history.forEach(({ sender, text, isDeleted = false }, index) => {
    const at = timeFromEnd(now, history.length - 1 - index);
    void writer.set(firestore.collection(`chats/${chat.id}/messages`).doc(), {
      ...newTextMessage({ senderId: sender.uid, text }, at),
      ...(isDeleted ? messageTombstone(at) : {}),
    });
  });
  await writer.close();
  await whenItIs(row, (snapshot) => snapshot.get('unread') === Math.min(shows, 100));
}

/** Resolves when a document is as wanted. The test's own time limit ends a wait that is in vain. */
function whenItIs(
  document: DocumentReference,
  isWanted: (snapshot: DocumentSnapshot) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = document.onSnapshot((snapshot) => {
      if (!isWanted(snapshot)) return;
      stop();
      resolve();
    }, reject);
  });
}

/** Texts "(1)" to "(`count`)" by one sender. */
export function numbered(sender: Account, count: number): PastMessage[] {
  return Array.from({ length: count }, (_, index) => ({ sender, text: `(${index + 1})` }));
}
