import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { timestampSchema } from './time.ts';

/** `communities/{communityId}/private/facts`: for its members. Functions keep it. */
export function communityFactsPath(communityId: string): string {
  return `communities/${communityId}/private/facts`;
}

/** `countedAt` is when functions counted; it is missing until the first time. */
export const communityFactsSchema = z.object({
  founderId: z.nullable(idSchema),
  memberCount: z.int().check(z.minimum(0)),
  countedAt: z.optional(timestampSchema),
});
export type CommunityFacts = z.infer<typeof communityFactsSchema>;
