import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}/members/{uid}`: readable by the members of that chat only. */
export function chatMemberPath(chatId: string, uid: string): string {
  return `chats/${chatId}/members/${uid}`;
}

export const chatRoleSchema = z.enum(['owner', 'member']);

const shape = {
  uid: idSchema,
  role: chatRoleSchema,
  joinedAt: timestampSchema,
  readAt: z.nullable(timestampSchema),
  lastSentAt: z.nullable(timestampSchema),
  lastMessageId: z.nullable(idSchema),
};

/** As it is stored; `name` is there in matches only, where people have no account. */
export const chatMemberSchema = z.object({
  ...shape,
  readAt: z._default(shape.readAt, null),
  lastSentAt: z._default(shape.lastSentAt, null),
  lastMessageId: z._default(shape.lastMessageId, null),
  name: z.optional(z.string()),
});
export type ChatMember = z.infer<typeof chatMemberSchema>;

/** What a client may create: `owner` only in the batch that creates the chat. */
export const newChatMemberSchema = z.strictObject({
  ...shape,
  readAt: timestampSchema,
  lastSentAt: z.null(),
  lastMessageId: z.null(),
});

export function chatOwner<Now>(uid: string, now: Now) {
  return { ...chatJoiner(uid, now), role: 'owner' as const };
}

export function chatJoiner<Now>(uid: string, now: Now) {
  return { uid, role: 'member' as const, joinedAt: now, readAt: now, lastSentAt: null, lastMessageId: null };
}

/**
 * The change to one's own member document that goes with a new message in one batch. It names the message, so
 * that one batch cannot carry two, and its time is what the next message is measured against.
 */
export function sentMark<Now>(messageId: string, now: Now) {
  return { lastSentAt: now, readAt: now, lastMessageId: messageId };
}
