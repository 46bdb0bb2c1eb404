import { abandonedClaimMs, claimsPerDay } from '@sameboat/model/community-name';
import type { Sanction } from '@sameboat/model/sanction';

/** How things stand when somebody asks for a community's name. Times are milliseconds since the epoch. */
export interface ClaimFacts {
  readonly hasProfile: boolean;
  readonly sanction: Sanction | null;
  /** The caller's counter of calls; null before the first one. */
  readonly calls: CallCount | null;
  /** Who holds the name; null when nobody does. */
  readonly holder: {
    readonly communityId: string;
    readonly communityExists: boolean;
    readonly claimedAt: number | null;
  } | null;
  /** The community that the name is for; null before it is created. */
  readonly community: { readonly founderId: string | null } | null;
}

export interface CallCount {
  readonly since: number;
  readonly count: number;
}

export interface ClaimRequest {
  readonly uid: string;
  readonly communityId: string;
  /** When the caller signed in. */
  readonly signedInAt: number;
}

/** `calls` is the counter to store; null when the caller may not call at all, and nothing is written. */
export interface ClaimVerdict {
  readonly refusal: 'no-profile' | 'sanctioned' | 'too-many-calls' | 'not-the-founder' | 'taken' | null;
  readonly calls: CallCount | null;
}

const dayMs = 86_400_000;

/** Whether the name may be claimed. Every call of somebody who may call at all counts, refused ones too. */
export function decideClaim(facts: ClaimFacts, request: ClaimRequest, now: number): ClaimVerdict {
  if (!facts.hasProfile) return { refusal: 'no-profile', calls: null };
  if (facts.sanction !== null && binds(facts.sanction, request.signedInAt, now))
    return { refusal: 'sanctioned', calls: null };
  const calls = countCall(facts.calls, now);
  if (calls === null) return { refusal: 'too-many-calls', calls: null };
  if (facts.community !== null && facts.community.founderId !== request.uid)
    return { refusal: 'not-the-founder', calls };
  return { refusal: isFree(facts.holder, request.communityId, now) ? null : 'taken', calls };
}

/** As `refused` in firestore.rules, for the permissions that founding a community needs. */
function binds(sanction: Sanction, signedInAt: number, now: number): boolean {
  if (sanction.validAfter !== null && signedInAt < sanction.validAfter.toMillis()) return true;
  if (sanction.until !== null && sanction.until.toMillis() <= now) return false;
  return sanction.banned || sanction.denied.includes('createCommunity') || sanction.denied.includes('write');
}

function countCall(calls: CallCount | null, now: number): CallCount | null {
  if (calls === null || calls.since + dayMs <= now) return { since: now, count: 1 };
  return calls.count < claimsPerDay ? { since: calls.since, count: calls.count + 1 } : null;
}

/** A claim holds for the community that it names, and for an hour even before that community exists. */
function isFree(holder: ClaimFacts['holder'], communityId: string, now: number): boolean {
  if (holder === null || holder.communityId === communityId) return true;
  if (holder.communityExists) return false;
  return holder.claimedAt === null || holder.claimedAt + abandonedClaimMs <= now;
}
