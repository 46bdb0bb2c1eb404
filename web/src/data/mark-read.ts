import { chatMemberPath } from '@sameboat/model/chat-member';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import type { FirestoreTime } from '@sameboat/model/time';
import { doc, Timestamp, updateDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/**
 * Remembers in the inbox row that `uid` has read a chat up to a message of time `upTo`. This is the message's own time,
 * not the present: what arrives while the write is on its way stays unread. An ordinary write, so the chat list shows it
 * at once and it waits for a connection. It is refused when another device has read further, which is fine.
 */
export function markRead(uid: string, chatId: string, upTo: FirestoreTime): void {
  setReadAt(inboxRowPath(uid, chatId), upTo);
}

/** Shows the other members how far `uid` has read. Only for people who give read receipts; refused for all others. */
export function giveReadReceipt(uid: string, chatId: string, upTo: FirestoreTime): void {
  setReadAt(chatMemberPath(chatId, uid), upTo);
}

function setReadAt(path: string, { seconds, nanoseconds }: FirestoreTime): void {
  updateDoc(doc(firestore(), path), { readAt: new Timestamp(seconds, nanoseconds) }).catch(() => {});
}
