import * as z from 'zod/mini';
import { chatTypeSchema, lastMessageSchema } from './chat.ts';
import { idSchema } from './id.ts';
import { type FirestoreTime, timestampSchema } from './time.ts';

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
  /** When the owner last marked the chat as unread. */
  markedAt: z.optional(timestampSchema),
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

/** What the owner may change. `readAt` never goes back and is never in the future; see `unreadMark`. */
export const inboxRowChangeSchema = z.strictObject({
  readAt: z.optional(timestampSchema),
  muted: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
});
export type InboxRowChange = z.infer<typeof inboxRowChangeSchema>;

/** How the owner marks a chat as unread. */
export interface UnreadMark {
  /** Before the first message that is unread again. */
  readonly readAt: FirestoreTime;
  /** What is unread after it, at most `unreadMax`, and how much of it mentions the owner. */
  readonly unread: number;
  readonly mentions: number;
  /** The time of the newest message that was counted. Refused when the row knows of a newer one. */
  readonly countedTo: FirestoreTime;
}

/** Sets the read position back, in one write with the counts that functions will keep from there. */
export function unreadMark<Now>(mark: UnreadMark, now: Now) {
  return { ...mark, markedAt: now };
}

/** Unread messages are counted to this number; a row that has it means "this many or more". */
export const unreadMax = 100;
