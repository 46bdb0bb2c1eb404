import * as z from 'zod/mini';
import { chatTypeSchema, lastMessageSchema } from './chat.ts';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `users/{uid}/inbox/{chatId}`: one row of the chat list. Functions write it; the owner may change three fields. */
export function inboxRowPath(uid: string, chatId: string): string {
  return `users/${uid}/inbox/${chatId}`;
}

export const inboxRowSchema = z.object({
  type: chatTypeSchema,
  name: z.string(),
  communityId: z.nullable(idSchema),
  otherUid: z.nullable(idSchema),
  /** A private chat that was asked for and is not accepted: who asked, the owner of the row or the other person. */
  request: z._default(z.nullable(z.enum(['sent', 'received'])), null),
  last: z.nullable(lastMessageSchema),
  unread: z.int().check(z.minimum(0)),
  mentions: z.int().check(z.minimum(0)),
  readAt: z.nullable(timestampSchema),
  muted: z.boolean(),
  pinned: z.boolean(),
  updatedAt: timestampSchema,
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

/** What the owner may change. `readAt` never goes back and is never in the future. */
export const inboxRowChangeSchema = z.strictObject({
  readAt: z.optional(timestampSchema),
  muted: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
});
export type InboxRowChange = z.infer<typeof inboxRowChangeSchema>;
