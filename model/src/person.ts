import * as z from 'zod/mini';
import { imagePathSchema } from './image.ts';
import { limits } from './limits.ts';
import { placeSchema } from './place.ts';
import { timestampSchema } from './time.ts';
import { topicSchema } from './topics.ts';
import { displayNameSchema } from './user.ts';

/** `people/{uid}`: the search listing. It exists only while the person chooses to be found. */
export function personPath(uid: string): string {
  return `people/${uid}`;
}

export const personTopicsSchema = z
  .array(topicSchema)
  .check(z.maxLength(limits.topicsPerPerson, `Choose at most ${limits.topicsPerPerson} topics.`));

const shape = {
  handle: z.string(),
  displayName: displayNameSchema,
  avatar: z.nullable(imagePathSchema),
  topics: personTopicsSchema,
  place: z.nullable(placeSchema),
  lastActiveAt: z.nullable(timestampSchema),
  updatedAt: timestampSchema,
};

export const personSchema = z.object(shape);
export type Person = z.infer<typeof personSchema>;

/** What a client may write. Handle, name and avatar must be those of `users/{uid}`. */
export const newPersonSchema = z.strictObject(shape);
