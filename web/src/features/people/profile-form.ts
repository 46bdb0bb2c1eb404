import '@sameboat/model/without-eval';
import type { OwnProfile } from '@sameboat/model/own-profile';
import { personTopicsSchema } from '@sameboat/model/person';
import { placeSchema } from '@sameboat/model/place';
import { audienceSchema } from '@sameboat/model/private-profile';
import { bioSchema } from '@sameboat/model/user';
import * as z from 'zod/mini';

/** A profile as the form has it: flat, a field for each choice. */
export const profileFormSchema = z.object({
  bio: z.pipe(z.string().check(z.trim()), bioSchema),
  topics: personTopicsSchema,
  place: z.nullable(placeSchema),
  discoverable: z.boolean(),
  bioFor: audienceSchema,
  topicsFor: audienceSchema,
  placeFor: audienceSchema,
  lastActiveFor: audienceSchema,
});
export type ProfileForm = z.infer<typeof profileFormSchema>;

export function toForm({ bio, topics, place, discoverable, shows }: OwnProfile): ProfileForm {
  return {
    bio,
    topics: [...topics],
    place,
    discoverable,
    bioFor: shows.bio,
    topicsFor: shows.topics,
    placeFor: shows.place,
    lastActiveFor: shows.lastActive,
  };
}

export function fromForm({ bio, topics, place, discoverable, ...chosen }: ProfileForm): OwnProfile {
  return {
    bio,
    topics,
    place,
    discoverable,
    shows: {
      bio: chosen.bioFor,
      topics: chosen.topicsFor,
      place: chosen.placeFor,
      lastActive: chosen.lastActiveFor,
    },
  };
}
