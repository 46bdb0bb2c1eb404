import { isFirestoreTime } from '@sameboat/model/time';
import { onDocumentCreated, onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import { openLookout } from './data/lookout.ts';
import { handleChatMembership } from './domain/handle-chat-membership.ts';
import { removeReactions } from './domain/remove-traces.ts';
import { retried } from './options.ts';

// Created and deleted rather than written: a member document changes with each read receipt.
const membership = { ...retried, document: 'chats/{chatId}/members/{uid}' } as const;

/** Joining a chat: the count and the new member's inbox row. */
export const onChatMemberCreated = onDocumentCreated(membership, async ({ params, data, time }) => {
  const joinedAt: unknown = data?.get('joinedAt');
  await handleChatMembership(openLookout(), {
    ...params,
    joinedAt: isFirestoreTime(joinedAt) ? joinedAt : null,
    committedAt: data?.updateTime.toMillis() ?? Date.parse(time),
  });
});

/** Leaving a chat: the count, and the inbox row and the reactions that go. */
export const onChatMemberDeleted = onDocumentDeleted(membership, async ({ params, time }) => {
  await handleChatMembership(openLookout(), { ...params, joinedAt: null, committedAt: Date.parse(time) });
  await removeReactions(createDocumentStore(openFirestore()), params.chatId, params.uid);
});
