import * as z from 'zod/mini';
import { daySchema } from './day.ts';
import { imagePathSchema } from './image.ts';
import { limits } from './limits.ts';
import { type Place, placeSchema } from './place.ts';
import { isAsciiName, slugOf, slugSchema } from './slug.ts';
import { freeText, groupNameText } from './text.ts';
import { timestampSchema } from './time.ts';
import { type TopicId, topicSchema } from './topics.ts';

/** `communities/{communityId}`. The id is random: it never tells the name or the topic. */
export function communityPath(communityId: string): string {
  return `communities/${communityId}`;
}

export const communityNameTextSchema = groupNameText(
  'The name',
  limits.communityNameMin,
  limits.communityNameMax,
);

export const communityAboutSchema = freeText('The description', limits.aboutMax);
export const communityRulesTextSchema = freeText('The rules', limits.communityRulesMax);
export const visibilitySchema = z.enum(['open', 'closed']);

/** How many members, in steps: nobody can see from outside when one person joined or left. */
export const communitySizes = ['new', '10+', '50+', '100+', '500+', '1000+'] as const;
export const communitySizeSchema = z.enum(communitySizes);
export type CommunitySize = z.infer<typeof communitySizeSchema>;

const shape = {
  name: communityNameTextSchema,
  slug: slugSchema,
  about: communityAboutSchema,
  rules: communityRulesTextSchema,
  topic: topicSchema,
  place: z.nullable(placeSchema),
  visibility: visibilitySchema,
  avatar: z.nullable(imagePathSchema),
  cover: z.nullable(imagePathSchema),
  size: communitySizeSchema,
  lastActiveOn: daySchema,
  createdAt: timestampSchema,
};

export const communitySchema = z.object(shape);
export type Community = z.infer<typeof communitySchema>;

/** What a client may create: no pictures yet, nobody counted (functions count, the founder included). */
export const newCommunitySchema = z
  .strictObject({ ...shape, avatar: z.null(), cover: z.null(), size: z.literal('new') })
  .check(
    z.refine(
      ({ name, slug }) => !isAsciiName(name) || slugOf(name) === slug,
      'The name and its slug differ.',
    ),
    z.refine(
      (community) => community.name === community.name.normalize('NFKC'),
      'The name has signs that only look like letters.',
    ),
  );

/**
 * Goes with `newCommunityName`, `founderMember` and the counter of `createCommunity` in one batch. `today` is the day in
 * UTC, as `dayOf` writes it. `slug` is what `claimCommunityName` answered for a name that is not ASCII; such a name is
 * claimed before, and goes without `newCommunityName`.
 */
export function newCommunity<Now>(
  input: {
    name: string;
    slug?: string;
    about: string;
    rules: string;
    topic: TopicId;
    place: Place | null;
    visibility: 'open' | 'closed';
    today: string;
  },
  now: Now,
) {
  const name = input.name.normalize('NFKC').trim();
  return {
    name,
    slug: input.slug ?? slugOf(name),
    about: input.about,
    rules: input.rules,
    topic: input.topic,
    place: input.place,
    visibility: input.visibility,
    avatar: null,
    cover: null,
    size: 'new' as const,
    lastActiveOn: input.today,
    createdAt: now,
  };
}

/** The size that `members` people make. */
export function communitySize(members: number): CommunitySize {
  if (members < 10) return 'new';
  if (members < 50) return '10+';
  if (members < 100) return '50+';
  if (members < 500) return '100+';
  return members < 1000 ? '500+' : '1000+';
}
