import * as z from 'zod/mini';
import { personTopicsSchema } from './person.ts';
import { placeSchema } from './place.ts';
import { timestampSchema } from './time.ts';
import { bioSchema } from './user.ts';

/** `users/{uid}/private/profile`: for the owner only. */
export function privateProfilePath(uid: string): string {
  return `users/${uid}/private/profile`;
}

/** Who may see a field: everybody with an account, the members of my communities, or nobody. */
export const audienceSchema = z.enum(['everyone', 'communities', 'nobody']);
export type Audience = z.infer<typeof audienceSchema>;

const shape = {
  /** Kept here too, as other people may read the bio only where it is shown. Older profiles have none. */
  bio: z.optional(z.nullable(bioSchema)),
  topics: personTopicsSchema,
  place: z.nullable(placeSchema),
  discoverable: z.boolean(),
  shows: z.strictObject({
    bio: audienceSchema,
    topics: audienceSchema,
    place: audienceSchema,
    lastActive: audienceSchema,
  }),
  updatedAt: timestampSchema,
};

export const privateProfileSchema = z.object(shape);
export type PrivateProfile = z.infer<typeof privateProfileSchema>;

export const newPrivateProfileSchema = z.strictObject(shape);

/** A new person is not found by search and shows nothing but a name. */
export function newPrivateProfile<Now>(now: Now) {
  return {
    topics: [],
    place: null,
    discoverable: false,
    shows: {
      bio: 'everyone' as const,
      topics: 'nobody' as const,
      place: 'nobody' as const,
      lastActive: 'nobody' as const,
    },
    updatedAt: now,
  };
}
