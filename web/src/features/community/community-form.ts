import '@sameboat/model/without-eval';
import {
  communityAboutSchema,
  communityNameTextSchema,
  communityRulesTextSchema,
  visibilitySchema,
} from '@sameboat/model/community';
import { placeSchema } from '@sameboat/model/place';
import { topicIds } from '@sameboat/model/topics';
import * as z from 'zod/mini';
import type { CommunityChange } from '../../data/update-community.ts';

/** What stands in the field for rules until somebody changes it. */
export const RULES_TO_BEGIN_WITH = [
  'Be kind. Everybody here carries something.',
  'What is said here stays here.',
  'Share what helped you. Do not tell others what to take or to stop taking.',
  'If you are in danger, use Help first. We are not a crisis service.',
].join('\n');

const trimmed = z.string().check(z.trim());

const details = {
  name: z.pipe(z.string().check(z.normalize('NFKC'), z.trim()), communityNameTextSchema),
  place: z.nullable(placeSchema),
  about: z.pipe(trimmed, communityAboutSchema),
  rules: z.pipe(trimmed, communityRulesTextSchema),
};

/** The form of a new community: what is typed, trimmed, as the model wants it. */
export const communityFormSchema = z.object({
  ...details,
  topic: z.enum(topicIds, 'Choose a topic, so that people who look for it find you.'),
  visibility: visibilitySchema,
});

/** The form of a community that there is. */
export const editFormSchema = z.object({ ...details, close: z.boolean() });

/** What the form changes; a moderator may change the description and the rules only. */
export function changeOf(
  { close, about, rules, name, place }: z.infer<typeof editFormSchema>,
  isFounder: boolean,
): CommunityChange {
  if (!isFounder) return { about, rules };
  return { name, place, about, rules, ...(close ? { visibility: 'closed' as const } : {}) };
}
