import '@sameboat/model/without-eval';
import {
  communityAboutSchema,
  communityNameTextSchema,
  communityRulesTextSchema,
} from '@sameboat/model/community';
import { placeSchema } from '@sameboat/model/place';
import { topicIds } from '@sameboat/model/topics';
import * as z from 'zod/mini';

/** What stands in the field for rules until somebody changes it. */
export const RULES_TO_BEGIN_WITH = [
  'Be kind. Everybody here carries something.',
  'What is said here stays here.',
  'Share what helped you. Do not tell others what to take or to stop taking.',
  'If you are in danger, use Help first. We are not a crisis service.',
].join('\n');

const trimmed = z.string().check(z.trim());

/** The form of a new community: what is typed, trimmed, as the model wants it. */
export const communityFormSchema = z.object({
  name: z.pipe(z.string().check(z.normalize('NFKC'), z.trim()), communityNameTextSchema),
  topic: z.enum(topicIds, 'Choose a topic, so that people who look for it find you.'),
  place: z.nullable(placeSchema),
  about: z.pipe(trimmed, communityAboutSchema),
  rules: z.pipe(trimmed, communityRulesTextSchema),
});
