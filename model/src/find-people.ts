import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { imagePathSchema } from './image.ts';
import { personTopicsSchema } from './person.ts';
import { placeSchema } from './place.ts';
import { topicIds, topicSchema } from './topics.ts';

/** Distances are told in steps of so many kilometres, so that nobody can be located by asking from several places. */
export const distanceStepKm = 10;

/** People in one answer. */
export const peoplePage = 20;

/** How often a person may call `findPeople` in an hour, refused calls included. */
export const peopleSearchesPerHour = 60;

/** `users/{uid}/pace/findPeople`: the counter of those calls. Functions write it. */
export function findPeoplePacePath(uid: string): string {
  return `users/${uid}/pace/findPeople`;
}

const nearSchema = z.strictObject({
  /** The middle of the search; a place is known to about 5 km. */
  geohash: placeSchema.shape.geohash,
  withinKm: z.int().check(z.minimum(distanceStepKm), z.maximum(500)),
});

/** What the callable `findPeople` takes: any of these topics, near a place, or both. */
export const findPeopleInputSchema = z
  .strictObject({
    topics: z.array(topicSchema).check(z.maxLength(topicIds.length)),
    near: z.nullable(nearSchema),
    /** From the page before; null for the first. */
    cursor: z.nullable(z.string().check(z.maxLength(400))),
  })
  .check(z.refine(({ topics, near }) => topics.length > 0 || near !== null, 'Choose a topic or a place.'));
export type FindPeopleInput = z.infer<typeof findPeopleInputSchema>;

const foundPersonSchema = z.object({
  uid: idSchema,
  handle: z.string(),
  displayName: z.string(),
  avatar: z.nullable(imagePathSchema),
  topics: personTopicsSchema,
  place: z.nullable(placeSchema),
  /** From the place that was asked for, rounded up to `distanceStepKm`; null when none was. */
  km: z.nullable(z.number()),
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

/** What it answers. `next` goes into `cursor`; null after the last page. It says nothing about people who are left out. */
export const findPeopleAnswerSchema = z.object({
  people: z.array(foundPersonSchema),
  next: z.nullable(z.string()),
});
export type FindPeopleAnswer = z.infer<typeof findPeopleAnswerSchema>;
