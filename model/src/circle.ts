import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `circles/{circleId}`: a closed group that is gone three days after it began. Functions write it. */
export function circlePath(circleId: string): string {
  return `circles/${circleId}`;
}

export const circleSchema = z.object({
  name: z.string(),
  about: z.string(),
  rules: z.string(),
  createdBy: idSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  memberCount: z.int().check(z.minimum(0)),
});
export type Circle = z.infer<typeof circleSchema>;
