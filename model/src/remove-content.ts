import * as z from 'zod/mini';
import { removalReasonSchema } from './community-log.ts';
import { idSchema } from './id.ts';

/** What the callable `removeContent` takes: those who run a chat's community, or staff, remove somebody's message. */
export const removeContentSchema = z.strictObject({
  kind: z.literal('message'),
  chatId: idSchema,
  messageId: idSchema,
  reason: removalReasonSchema,
});
export type RemoveContent = z.infer<typeof removeContentSchema>;

/** What it answers; also when the message was gone already. */
export const removeContentAnswerSchema = z.object({ removed: z.literal(true) });
export type RemoveContentAnswer = z.infer<typeof removeContentAnswerSchema>;

/** `users/{uid}/pace/removeContent`: the counter of those calls. Functions write it. */
export function removeContentPacePath(uid: string): string {
  return `users/${uid}/pace/removeContent`;
}

/** How many messages a person may remove in an hour. */
export const removalsPerHour = 200;
