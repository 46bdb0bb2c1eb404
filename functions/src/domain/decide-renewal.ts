import { newCodesPerDay } from '@sameboat/model/access-code';
import type { Community } from '@sameboat/model/community';
import type { CommunityRole } from '@sameboat/model/community-member';
import type { Sanction } from '@sameboat/model/sanction';
import { type CallCount, countCall } from './call-quota.ts';
import { binds } from './sanction-binds.ts';

/** How things stand when somebody wants a new access code for a community. */
export interface RenewalFacts {
  /** Null when there is no such community. */
  readonly visibility: Community['visibility'] | null;
  /** The caller's role in it; null for somebody who is not a member. */
  readonly role: CommunityRole | null;
  readonly sanction: Sanction | null;
  readonly calls: CallCount | null;
}

/** `calls` is the counter to store; null when nothing is stored. */
export interface RenewalVerdict {
  readonly refusal: 'not-the-founder' | 'sanctioned' | 'not-closed' | 'too-many-calls' | null;
  readonly calls: CallCount | null;
}

const quota = { windowMs: 86_400_000, most: newCodesPerDay };

/** Whether the caller gets a new code: the founder of a closed community, some times a day. */
export function decideRenewal(
  facts: RenewalFacts,
  times: { readonly signedInAt: number; readonly now: number },
): RenewalVerdict {
  const refuse = (refusal: RenewalVerdict['refusal']) => ({ refusal, calls: null });
  if (facts.sanction !== null && binds(facts.sanction, { permissions: [], ...times }))
    return refuse('sanctioned');
  if (facts.role !== 'founder') return refuse('not-the-founder');
  if (facts.visibility !== 'closed') return refuse('not-closed');
  const calls = countCall(facts.calls, quota, times.now);
  return calls === null ? refuse('too-many-calls') : { refusal: null, calls };
}
