import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `users/{uid}/notifications/{id}`: functions write it; the owner marks it seen or read, or deletes it. */
export function notificationPath(uid: string, id: string): string {
  return `users/${uid}/notifications/${id}`;
}

export const notificationTypeSchema = z.enum([
  'message',
  'mention',
  'request',
  'new-community',
  'report-outcome',
  'moderation',
]);

export const notificationSchema = z.object({
  type: notificationTypeSchema,
  text: z.string(),
  target: z.string().check(z.regex(/^\//, 'A target is a path of this app.')),
  createdAt: timestampSchema,
  seenAt: z.nullable(timestampSchema),
  readAt: z.nullable(timestampSchema),
});
export const notificationChangeSchema = z.strictObject({
  seenAt: z.optional(timestampSchema),
  readAt: z.optional(timestampSchema),
});
export type Notification = z.infer<typeof notificationSchema>;

/** A notification that nobody has seen. Functions write it. */
export function newNotification<Now>(
  input: { type: z.infer<typeof notificationTypeSchema>; text: string; target: string },
  now: Now,
) {
  return {
    type: input.type,
    text: input.text,
    target: input.target,
    createdAt: now,
    seenAt: null,
    readAt: null,
  };
}
