import {
  communityAboutSchema,
  communityNameTextSchema,
  communityRulesTextSchema,
} from '@sameboat/model/community';
import type { Place } from '@sameboat/model/place';
import { firstProblem } from '@sameboat/model/text';
import type { TopicId } from '@sameboat/model/topics';
import type { CommunityInput } from '../../data/create-community.ts';

/** A sentence for each field that is not right; `all` for what belongs to none. */
export interface CommunityProblems {
  readonly name?: string;
  readonly topic?: string;
  readonly about?: string;
  readonly rules?: string;
  readonly all?: string;
}

export interface CommunityDraft {
  readonly name: string;
  readonly topic: TopicId | null;
  readonly place: Place | null;
  readonly about: string;
  readonly rules: string;
}

/** What stands in the field for rules until somebody changes it. */
export const RULES_TO_BEGIN_WITH = [
  'Be kind. Everybody here carries something.',
  'What is said here stays here.',
  'Share what helped you; do not tell others what to take or stop taking.',
  'If you are in danger, use Help first. We are not a crisis service.',
].join('\n');

/** The community to create, trimmed; or null and what is wrong with it. */
export function checkCommunity(draft: CommunityDraft): {
  input: CommunityInput | null;
  problems: CommunityProblems;
} {
  const name = draft.name.normalize('NFKC').trim();
  const about = draft.about.trim();
  const rules = draft.rules.trim();
  const checkedName = communityNameTextSchema.safeParse(name);
  const checkedAbout = communityAboutSchema.safeParse(about);
  const checkedRules = communityRulesTextSchema.safeParse(rules);
  const problems: CommunityProblems = {
    ...(checkedName.success ? {} : { name: firstProblem(checkedName.error) }),
    ...(draft.topic === null ? { topic: 'Choose a topic. It is shown to people who look for it.' } : {}),
    ...(checkedAbout.success ? {} : { about: firstProblem(checkedAbout.error) }),
    ...(checkedRules.success ? {} : { rules: firstProblem(checkedRules.error) }),
  };
  if (draft.topic === null || Object.keys(problems).length > 0) return { input: null, problems };
  return { input: { name, topic: draft.topic, place: draft.place, about, rules }, problems };
}
