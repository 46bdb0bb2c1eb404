import { codeTries } from '@sameboat/model/access-code';
import { paceQuotas } from '@sameboat/model/pace';
import type { Sanction } from '@sameboat/model/sanction';
import { type CallCount, countCall } from './call-quota.ts';
import { binds } from './sanction-binds.ts';

/** How things stand when somebody enters the code of a closed community. Times are milliseconds since the epoch. */
export interface EntryFacts {
  /** When the caller's profile was created; null without one. */
  readonly profileSince: number | null;
  readonly sanction: Sanction | null;
  /** The caller's counter of codes that did not fit; null before the first one. */
  readonly tries: CallCount | null;
  /** The caller's counter of communities joined. */
  readonly joins: CallCount | null;
  /** Whether there is such a closed community and the code is its own. */
  readonly fits: boolean;
  readonly isBanned: boolean;
  readonly isMember: boolean;
}

export interface EntryRequest {
  readonly signedInAt: number;
  readonly hasVerifiedEmail: boolean;
  /** False to look at the rules first. */
  readonly join: boolean;
}

/** `tries` and `joins` are the counters to store; null for one that stays as it is. */
export interface EntryVerdict {
  readonly refusal: 'no-profile' | 'sanctioned' | 'too-many-tries' | 'wrong-code' | 'too-often' | null;
  readonly tries: CallCount | null;
  readonly joins: CallCount | null;
}

const dayMs = 86_400_000;

/**
 * Whether the code lets the caller in. A code that does not fit, a community that is not there or not closed, and one that
 * has banned the caller get the same answer, and each counts as a try. After the last try nothing is looked at.
 */
export function decideEntry(facts: EntryFacts, request: EntryRequest, now: number): EntryVerdict {
  const refuse = (refusal: EntryVerdict['refusal'], tries: CallCount | null = null) => ({
    refusal,
    tries,
    joins: null,
  });
  if (facts.profileSince === null) return refuse('no-profile');
  const { signedInAt } = request;
  const asked = { permissions: ['joinCommunity'] as const, signedInAt, now };
  if (facts.sanction !== null && binds(facts.sanction, asked)) return refuse('sanctioned');
  const tries = countCall(facts.tries, { windowMs: codeTries.windowMs, most: codeTries.count }, now);
  if (tries === null) return refuse('too-many-tries');
  if (!facts.fits || facts.isBanned) return refuse('wrong-code', tries);
  if (!request.join || facts.isMember) return refuse(null);
  const { windowMs, settled, others } = paceQuotas.joinCommunity;
  const isSettled = request.hasVerifiedEmail && facts.profileSince < now - dayMs;
  const joins = countCall(facts.joins, { windowMs, most: isSettled ? settled : others }, now);
  return joins === null ? refuse('too-often') : { refusal: null, tries: null, joins };
}
