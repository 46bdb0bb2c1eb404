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
};

/** As it is stored; `name` is there in matches only, where people have no account. */
export const chatMemberSchema = z.object({
  ...shape,
  readAt: z._default(shape.readAt, null),
  lastSentAt: z._default(shape.lastSentAt, null),
  name: z.optional(z.string()),
});
export type ChatMember = z.infer<typeof chatMemberSchema>;

/** What a client may create: `owner` only in the batch that creates the chat. */
export const newChatMemberSchema = z.strictObject({
  ...shape,
  readAt: timestampSchema,
  lastSentAt: z.null(),
});

export function chatOwner<Now>(uid: string, now: Now) {
  return { ...chatJoiner(uid, now), role: 'owner' as const };
}

export function chatJoiner<Now>(uid: string, now: Now) {
  return { uid, role: 'member' as const, joinedAt: now, readAt: now, lastSentAt: null };
}

/**
 * The change to one's own member document that goes with a new message in one batch: the next message is measured
 * against its time.
 */
export function sentMark<Now>(now: Now) {
  return { lastSentAt: now, readAt: now };
}
