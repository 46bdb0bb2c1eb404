import { isFirestoreTime, sameTime } from '@sameboat/model/time';
import type { DocumentSnapshot, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { MessageEvent } from '../domain/handle-message.ts';
import { toCountedMessage } from './chat-documents.ts';

/** What a change of a message's document means; `before` is null for a new one. */
export function toMessageEvent(
  { chatId, messageId }: { readonly chatId: string; readonly messageId: string },
  before: DocumentSnapshot | null,
  after: QueryDocumentSnapshot,
): MessageEvent {
  const mentionedBefore = new Set(before?.exists ? toCountedMessage(before.data() ?? {}).mentions : []);
  const { mentions } = toCountedMessage(after.data());
  return {
    chatId,
    messageId,
    committedAt: after.updateTime.toMillis(),
    mentions: mentions.filter((uid) => !mentionedBefore.has(uid)),
    act: actOf(before, after),
  };
}

function actOf(before: DocumentSnapshot | null, after: DocumentSnapshot): MessageEvent['act'] {
  const fields = before ? (['deletedAt', 'editedAt'] as const) : (['createdAt'] as const);
  for (const field of fields) {
    const at: unknown = after.get(field);
    const was: unknown = before?.get(field);
    if (isFirestoreTime(at) && !(isFirestoreTime(was) && sameTime(was, at))) return { field, at };
  }
  return null;
}
