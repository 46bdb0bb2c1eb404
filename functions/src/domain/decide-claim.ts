import { abandonedClaimMs, claimsPerDay } from '@sameboat/model/community-name';
import type { Sanction } from '@sameboat/model/sanction';
import { type CallCount, countCall } from './call-quota.ts';
import { binds } from './sanction-binds.ts';

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

const quota = { windowMs: 86_400_000, most: claimsPerDay };

/** Whether the name may be claimed. Every call of somebody who may call at all counts, refused ones too. */
export function decideClaim(facts: ClaimFacts, request: ClaimRequest, now: number): ClaimVerdict {
  if (!facts.hasProfile) return { refusal: 'no-profile', calls: null };
  if (
    facts.sanction !== null &&
    binds(facts.sanction, { permissions: ['createCommunity', 'write'], signedInAt: request.signedInAt, now })
  )
    return { refusal: 'sanctioned', calls: null };
  const calls = countCall(facts.calls, quota, now);
  if (calls === null) return { refusal: 'too-many-calls', calls: null };
  if (facts.community !== null && facts.community.founderId !== request.uid)
    return { refusal: 'not-the-founder', calls };
  return { refusal: isFree(facts.holder, request.communityId, now) ? null : 'taken', calls };
}

/** A claim holds for the community that it names, and for an hour even before that community exists. */
function isFree(holder: ClaimFacts['holder'], communityId: string, now: number): boolean {
  if (holder === null || holder.communityId === communityId) return true;
  if (holder.communityExists) return false;
  return holder.claimedAt === null || holder.claimedAt + abandonedClaimMs <= now;
}
