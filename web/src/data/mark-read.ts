import { chatMemberPath } from '@sameboat/model/chat-member';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import type { FirestoreTime } from '@sameboat/model/time';
import { doc, Timestamp, updateDoc, writeBatch } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/**
 * Remembers that `uid` has read a chat up to the message of time `upTo`. It is that message's own time, never this
 * moment's: what arrives while the mark travels, or waits for a connection, stays unread. Ordinary writes, so the
 * chat list shows it at once; a refusal means that another device was further, and is of no interest.
 */
export function markRead(
  uid: string,
  chatId: string,
  upTo: FirestoreTime,
  options: { readonly hasInboxRow: boolean },
): void {
  const db = firestore();
  const change = { readAt: new Timestamp(upTo.seconds, upTo.nanoseconds) };
  const member = doc(db, chatMemberPath(chatId, uid));
  if (!options.hasInboxRow) {
    updateDoc(member, change).catch(ignore);
    return;
  }
  writeBatch(db)
    .update(member, change)
    .update(doc(db, inboxRowPath(uid, chatId)), change)
    .commit()
    .catch(ignore);
}

/** What only I see of my chat list: quiet this chat, or keep it on top. */
export function changeInboxRow(
  uid: string,
  chatId: string,
  change: { readonly muted: boolean } | { readonly pinned: boolean },
): Promise<void> {
  return updateDoc(doc(firestore(), inboxRowPath(uid, chatId)), change);
}

function ignore(): void {}
