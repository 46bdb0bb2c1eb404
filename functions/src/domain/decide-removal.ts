import type { CommunityRole } from '@sameboat/model/community-member';
import type { StaffRole } from '@sameboat/model/permissions';
import { removalsPerHour } from '@sameboat/model/remove-content';
import type { Sanction } from '@sameboat/model/sanction';
import { type CallCount, countCall } from './call-quota.ts';
import { binds } from './sanction-binds.ts';

/** How things stand when somebody wants to remove a message. */
export interface RemovalFacts {
  /** The caller's role in the chat's community; null for somebody who is not in it, and where there is none. */
  readonly role: CommunityRole | null;
  /** The caller's role among the people who look after Sameboat; null for everybody else. */
  readonly staffRole: StaffRole | null;
  readonly sanction: Sanction | null;
  readonly calls: CallCount | null;
  /** Null when there is no such message, and for what nobody wrote. */
  readonly message: { readonly isDeleted: boolean } | null;
}

/** `as` is the role in which the message is removed; null when nothing is, because it is gone already or refused. */
export interface RemovalVerdict {
  readonly refusal: 'sanctioned' | 'not-a-moderator' | 'not-found' | 'too-many-calls' | null;
  readonly as: 'moderator' | 'staff' | null;
  /** The counter to store; null when nothing is stored. */
  readonly calls: CallCount | null;
}

const quota = { windowMs: 3_600_000, most: removalsPerHour };

/**
 * Whether the caller may remove a message: the founder and the moderators of the chat's community, and staff anywhere.
 * Others learn nothing of whether there is such a message.
 */
export function decideRemoval(
  facts: RemovalFacts,
  times: { readonly signedInAt: number; readonly now: number },
): RemovalVerdict {
  const refuse = (refusal: RemovalVerdict['refusal']) => ({ refusal, as: null, calls: null });
  if (facts.sanction !== null && binds(facts.sanction, { permissions: [], ...times }))
    return refuse('sanctioned');
  const runsCommunity = facts.role === 'founder' || facts.role === 'moderator';
  if (!runsCommunity && facts.staffRole === null) return refuse('not-a-moderator');
  if (facts.message === null) return refuse('not-found');
  if (facts.message.isDeleted) return refuse(null);
  const calls = countCall(facts.calls, quota, times.now);
  if (calls === null) return refuse('too-many-calls');
  return { refusal: null, as: runsCommunity ? 'moderator' : 'staff', calls };
}
