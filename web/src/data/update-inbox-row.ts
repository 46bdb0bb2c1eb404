import { inboxRowPath } from '@sameboat/model/inbox-row';
import { doc, updateDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/**
 * Mutes a chat or pins it to the top of the list, or undoes that. The list shows it at once; without a connection the
 * write waits. Rejects with what Firestore says when it is refused.
 */
export function updateInboxRow(
  uid: string,
  chatId: string,
  change: { readonly muted: boolean } | { readonly pinned: boolean },
): Promise<void> {
  return updateDoc(doc(firestore(), inboxRowPath(uid, chatId)), change);
}
