import * as z from 'zod/mini';
import { idSchema } from './id.ts';

/** `communities/{communityId}/private/facts`: for its members. Functions keep it. */
export function communityFactsPath(communityId: string): string {
  return `communities/${communityId}/private/facts`;
}

export const communityFactsSchema = z.object({
  founderId: z.nullable(idSchema),
  memberCount: z.int().check(z.minimum(0)),
});
export type CommunityFacts = z.infer<typeof communityFactsSchema>;
