import { messagePath, type Reaction } from '@sameboat/model/message';
import { deleteField, doc, FieldPath, updateDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

export interface ReactionInput {
  readonly chatId: string;
  readonly messageId: string;
  /** The id that my messages in the chat carry. */
  readonly me: string;
  /** Null takes mine back. */
  readonly reaction: Reaction | null;
}

/**
 * Gives my one reaction to a message, in place of the one before. An ordinary write: every tab shows it at once, and it
 * waits for a connection. Rejects with what Firestore says when it is refused; it is then gone again from the screen.
 */
export function reactToMessage({ chatId, messageId, me, reaction }: ReactionInput): Promise<void> {
  const message = doc(firestore(), messagePath(chatId, messageId));
  return updateDoc(message, new FieldPath('reactions', me), reaction ?? deleteField());
}
