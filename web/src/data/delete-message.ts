import { messagePath, messageTombstone } from '@sameboat/model/message';
import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/**
 * Deletes a message of one's own: its place stays. An ordinary write, so it shows at once and waits for a connection.
 * Rejects with what Firestore says when it is refused.
 */
export function deleteMessage(chatId: string, messageId: string): Promise<void> {
  return updateDoc(doc(firestore(), messagePath(chatId, messageId)), messageTombstone(serverTimestamp()));
}
