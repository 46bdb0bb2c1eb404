import { auditEntryPath } from '@sameboat/model/audit-entry';
import { chatPath, chatSchema } from '@sameboat/model/chat';
import { communityLogPath, removedMessageLogEntry } from '@sameboat/model/community-log';
import { communityMemberPath, communityMemberSchema } from '@sameboat/model/community-member';
import { messagePath, messageSchema, messageTombstone } from '@sameboat/model/message';
import { newNotification, notificationPath } from '@sameboat/model/notification';
import { type RemoveContent, removeContentPacePath } from '@sameboat/model/remove-content';
import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import type { RemovalFacts, RemovalVerdict } from '../domain/decide-removal.ts';
import { fromCallCount, toCallCount } from './call-count.ts';
import { runTransaction } from './run-transaction.ts';

/**
 * Reads how things stand, asks `decide`, and, as it says, empties the message and writes who did it and why: into the
 * community's log, or, for staff, into the audit. The author is told: by the log's trigger, or here. All in one
 * transaction. `onMessageUpdated` deletes the pictures and brings the chat list up to date.
 */
export function removeMessage(
  firestore: Firestore,
  { uid, chatId, messageId, reason }: Omit<RemoveContent, 'kind'> & { readonly uid: string },
  decide: (facts: Omit<RemovalFacts, 'staffRole'>) => RemovalVerdict,
): Promise<RemovalVerdict> {
  const message = firestore.doc(messagePath(chatId, messageId));
  const counter = firestore.doc(removeContentPacePath(uid));
  return runTransaction(firestore, async (transaction) => {
    const [chatNow, messageNow, sanction, callsNow] = await transaction.getAll(
      firestore.doc(chatPath(chatId)),
      message,
      firestore.doc(sanctionPath(uid)),
      counter,
    );
    const chat = chatNow?.exists ? chatSchema.parse(chatNow.data()) : null;
    const stored = messageNow?.exists ? messageSchema.parse(messageNow.data()) : null;
    const communityId = chat?.communityId ?? null;
    const membership =
      communityId === null
        ? null
        : await transaction.get(firestore.doc(communityMemberPath(communityId, uid)));
    const verdict = decide({
      role: membership?.exists ? communityMemberSchema.parse(membership.data()).role : null,
      sanction: sanction?.exists ? sanctionSchema.parse(sanction.data()) : null,
      calls: toCallCount(callsNow),
      message:
        chat === null || stored === null || stored.kind === 'system'
          ? null
          : { isDeleted: stored.deletedAt !== null },
    });
    if (verdict.as === null || verdict.calls === null || stored === null) return verdict;

    const at = FieldValue.serverTimestamp();
    const { id } = firestore.collection('audit').doc();
    transaction.update(message, { ...messageTombstone(at), removedBy: verdict.as });
    transaction.set(counter, fromCallCount(verdict.calls, messageId));
    if (verdict.as === 'moderator' && communityId !== null) {
      const entry = removedMessageLogEntry({ actor: uid, target: stored.senderId, reason }, at);
      transaction.create(firestore.doc(communityLogPath(communityId, id)), entry);
      return verdict;
    }
    transaction.create(firestore.doc(auditEntryPath(id)), {
      actor: uid,
      action: 'removeMessage',
      target: message.path,
      reason,
      at,
    });
    // In a match the sender is an alias, which leads to nobody.
    if (chat?.type !== 'match') {
      const text = `A message of yours was removed by the people who look after Sameboat. The reason given: ${reason}`;
      transaction.create(
        firestore.doc(notificationPath(stored.senderId, `audit_${id}`)),
        newNotification({ type: 'moderation', text, target: `/${chatPath(chatId)}` }, at),
      );
    }
    return verdict;
  });
}
