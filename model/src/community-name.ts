import * as z from 'zod/mini';
import { communityNameTextSchema } from './community.ts';
import { autoIdSchema, idSchema } from './id.ts';
import { slugSchema } from './slug.ts';
import { timestampSchema } from './time.ts';

/** `communityNames/{key}`: which community holds a name. `key` is `communityNameKey` of the community's slug. */
export function communityNamePath(key: string): string {
  return `communityNames/${key}`;
}

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * A stored claim. Claims of ASCII names are written by the client with the community; those of other names by the
 * callable, with `communityNameHash` of the name and the time, and the rules accept a community with such a name and
 * slug only when both agree with its claim.
 */
export const communityNameSchema = z.object({
  communityId: idSchema,
  nameHash: z.optional(hashSchema),
  at: z.optional(timestampSchema),
});
export type CommunityName = z.infer<typeof communityNameSchema>;

/** What a client may create: the claim of an ASCII name. */
export const newCommunityNameSchema = z.strictObject({ communityId: idSchema });

export function newCommunityName(communityId: string) {
  return { communityId };
}

/** What `claimCommunityName` writes. */
export function claimedCommunityName<Now>(communityId: string, nameHash: string, now: Now) {
  return { communityId, nameHash, at: now };
}

/** A claim whose community does not exist is anybody's after this time. */
export const abandonedClaimMs = 3_600_000;

/** How often a person may call `claimCommunityName` in a day, refused calls included. */
export const claimsPerDay = 20;

/** `users/{uid}/pace/claimName`: the counter of those calls, in the form of the other ones. Functions write it. */
export function claimPacePath(uid: string): string {
  return `users/${uid}/pace/claimName`;
}

/**
 * What the callable `claimCommunityName` takes: the name as the community will hold it. ASCII names may be claimed so too:
 * it is the way past a claim that somebody abandoned.
 */
export const communityNameClaimSchema = z.strictObject({
  name: communityNameTextSchema.check(
    z.refine((name) => name === name.normalize('NFKC'), 'The name has signs that only look like letters.'),
  ),
  communityId: autoIdSchema,
});
export type CommunityNameClaim = z.infer<typeof communityNameClaimSchema>;

/** What it answers: the slug to write into the community. */
export const communityNameClaimAnswerSchema = z.object({ slug: slugSchema });
export type CommunityNameClaimAnswer = z.infer<typeof communityNameClaimAnswerSchema>;
