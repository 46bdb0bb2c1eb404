import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { personTopicsSchema } from './person.ts';
import { placeSchema } from './place.ts';
import { timestampSchema } from './time.ts';
import { bioSchema } from './user.ts';

/**
 * `communities/{communityId}/members/{uid}`: other members see those who are `listed`, and always the founder and the
 * moderators; the founder and the moderators see everybody.
 */
export function communityMemberPath(communityId: string, uid: string): string {
  return `communities/${communityId}/members/${uid}`;
}

export const communityRoleSchema = z.enum(['founder', 'moderator', 'member']);
export type CommunityRole = z.infer<typeof communityRoleSchema>;

/** What a person chooses to show to this community. */
export const showsSchema = z.strictObject({
  bio: z.optional(bioSchema),
  topics: z.optional(personTopicsSchema),
  place: z.optional(placeSchema),
});
export type Shows = z.infer<typeof showsSchema>;

const shape = {
  uid: idSchema,
  role: communityRoleSchema,
  joinedAt: timestampSchema,
  listed: z.boolean(),
  shows: showsSchema,
};

export const communityMemberSchema = z.object({ ...shape, listed: z._default(shape.listed, false) });
export type CommunityMember = z.infer<typeof communityMemberSchema>;

/** What a client may create: `founder` only in the batch that creates the community. A joiner may list themselves. */
export const newCommunityMemberSchema = z.strictObject({ ...shape, role: z.enum(['founder', 'member']) });

export function founderMember<Now>(uid: string, now: Now) {
  return { uid, role: 'founder' as const, joinedAt: now, listed: false, shows: {} };
}

export function joiningMember<Now>(uid: string, now: Now) {
  return { uid, role: 'member' as const, joinedAt: now, listed: false, shows: {} };
}
