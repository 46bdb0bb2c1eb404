import { onDocumentCreated, onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { createChatStore } from './data/chat-store.ts';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import { handleChatEvent } from './domain/handle-chat-event.ts';
import { removeReactions } from './domain/remove-traces.ts';
import { retried } from './options.ts';

// Created and deleted rather than written: a member document changes with each read receipt.
const membership = { ...retried, document: 'chats/{chatId}/members/{uid}' } as const;

function settle({ chatId, uid }: { chatId: string; uid: string }): Promise<void> {
  return handleChatEvent(createChatStore(openFirestore()), systemClock, { chatId, moved: [uid] });
}

/** Joining a chat: the count and the new member's inbox row. */
export const onChatMemberCreated = onDocumentCreated(membership, ({ params }) => settle(params));

/** Leaving a chat: the count, and the inbox row and the reactions that go. */
export const onChatMemberDeleted = onDocumentDeleted(membership, async ({ params }) => {
  await settle(params);
  await removeReactions(createDocumentStore(openFirestore()), params.chatId, params.uid);
});
