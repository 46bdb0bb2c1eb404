import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { imagePathSchema } from './image.ts';
import { limits } from './limits.ts';
import { type Place, placeSchema } from './place.ts';
import { slugOf } from './slug.ts';
import { freeText, lineText } from './text.ts';
import { timestampSchema } from './time.ts';
import { type TopicId, topicSchema } from './topics.ts';

/** `communities/{communityId}`. The id is random: it never tells the name or the topic. */
export function communityPath(communityId: string): string {
  return `communities/${communityId}`;
}

export const communityNameTextSchema = lineText(
  'The name',
  limits.communityNameMin,
  limits.communityNameMax,
).check(z.refine((name) => slugOf(name) !== '', 'The name needs a letter or a number.'));

export const communityAboutSchema = freeText('The description', limits.aboutMax);
export const communityRulesTextSchema = freeText('The rules', limits.communityRulesMax);
export const visibilitySchema = z.enum(['open', 'closed']);

const shape = {
  name: communityNameTextSchema,
  slug: z.string().check(z.minLength(1), z.maxLength(limits.communityNameMax * 2)),
  about: communityAboutSchema,
  rules: communityRulesTextSchema,
  topic: topicSchema,
  place: z.nullable(placeSchema),
  visibility: visibilitySchema,
  avatar: z.nullable(imagePathSchema),
  cover: z.nullable(imagePathSchema),
  founderId: idSchema,
  memberCount: z.int().check(z.minimum(0)),
  createdAt: timestampSchema,
};

export const communitySchema = z.object(shape);
export type Community = z.infer<typeof communitySchema>;

/** What a client may create: no pictures yet, nobody counted (functions count, the founder included). */
export const newCommunitySchema = z
  .strictObject({ ...shape, avatar: z.null(), cover: z.null(), memberCount: z.literal(0) })
  .check(
    z.refine((community) => slugOf(community.name) === community.slug, 'The name and its slug differ.'),
    z.refine(
      (community) => community.name === community.name.normalize('NFKC'),
      'The name has signs that only look like letters.',
    ),
  );

/** Goes with `newCommunityName` and `founderMember` in one batch. */
export function newCommunity<Now>(
  input: {
    name: string;
    about: string;
    rules: string;
    topic: TopicId;
    place: Place | null;
    visibility: 'open' | 'closed';
    founderId: string;
  },
  now: Now,
) {
  const name = input.name.normalize('NFKC').trim();
  return {
    name,
    slug: slugOf(name),
    about: input.about,
    rules: input.rules,
    topic: input.topic,
    place: input.place,
    visibility: input.visibility,
    avatar: null,
    cover: null,
    founderId: input.founderId,
    memberCount: 0 as const,
    createdAt: now,
  };
}

/** What people outside a community are told of its size: "under 10", then tens, then hundreds. */
export function roundedMemberCount(count: number): { under: number } | { about: number } {
  if (count < 10) return { under: 10 };
  const step = count < 100 ? 10 : 100;
  return { about: Math.round(count / step) * step };
}
