import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { limits } from './limits.ts';
import { personNameText } from './text.ts';
import { timestampSchema } from './time.ts';

/** `circles/{circleId}/members/{uid}`: readable by that person only. Functions write it; leaving deletes it. */
export function circleMemberPath(circleId: string, uid: string): string {
  return `circles/${circleId}/members/${uid}`;
}

export const circleMemberSchema = z.object({
  name: personNameText('Your name', 1, limits.displayNameMax),
  joinedAt: timestampSchema,
  expiresAt: timestampSchema,
  chatId: z.nullable(idSchema),
});
export type CircleMember = z.infer<typeof circleMemberSchema>;
