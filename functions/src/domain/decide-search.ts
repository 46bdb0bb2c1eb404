import { peopleSearchesPerHour } from '@sameboat/model/find-people';
import type { Sanction } from '@sameboat/model/sanction';
import { type CallCount, countCall } from './call-quota.ts';
import { binds } from './sanction-binds.ts';

/** How things stand with somebody who searches. */
export interface SearcherFacts {
  readonly hasProfile: boolean;
  readonly sanction: Sanction | null;
  /** Their counter of searches; null before the first one. */
  readonly calls: CallCount | null;
}

/** `calls` is the counter to store; null when nothing is to be written. */
export interface SearchVerdict {
  readonly refusal: 'no-profile' | 'sanctioned' | 'too-many-calls' | null;
  readonly calls: CallCount | null;
}

const quota = { windowMs: 3_600_000, most: peopleSearchesPerHour };

/** Whether a person who signed in at `signedInAt` may search for people. */
export function decideSearch(facts: SearcherFacts, signedInAt: number, now: number): SearchVerdict {
  if (!facts.hasProfile) return { refusal: 'no-profile', calls: null };
  if (facts.sanction !== null && binds(facts.sanction, { permissions: [], signedInAt, now }))
    return { refusal: 'sanctioned', calls: null };
  const calls = countCall(facts.calls, quota, now);
  return { refusal: calls === null ? 'too-many-calls' : null, calls };
}
