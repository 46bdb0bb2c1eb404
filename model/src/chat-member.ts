import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `chats/{chatId}/members/{uid}`: readable by the members of that chat; in a match by its owner alone. */
export function chatMemberPath(chatId: string, uid: string): string {
  return `chats/${chatId}/members/${uid}`;
}

export const chatRoleSchema = z.enum(['owner', 'member']);
export type ChatRole = z.infer<typeof chatRoleSchema>;

const shape = {
  uid: idSchema,
  role: chatRoleSchema,
  joinedAt: timestampSchema,
  readAt: z.nullable(timestampSchema),
};

/**
 * As it is stored. `readAt` is what this person shows of their reading and moves only while they give read receipts;
 * how far they have read is in their inbox row. `alias`, `name` and `expiresAt` are there in matches only.
 */
export const chatMemberSchema = z.object({
  ...shape,
  readAt: z._default(shape.readAt, null),
  alias: z.optional(idSchema),
  name: z.optional(z.string()),
  expiresAt: z.optional(timestampSchema),
});
export type ChatMember = z.infer<typeof chatMemberSchema>;

/** What a client may create: `owner` only in the batch that creates the chat. */
export const newChatMemberSchema = z.strictObject(shape);

/** Goes with the chat itself in one batch. */
export function chatOwner<Now>(uid: string, now: Now) {
  return { ...chatJoiner(uid, now), role: 'owner' as const };
}

/** Goes with the counter of `joinGroup` in one batch, or, in a direct chat, with the request or its acceptance. */
export function chatJoiner<Now>(uid: string, now: Now) {
  return { uid, role: 'member' as const, joinedAt: now, readAt: null };
}
