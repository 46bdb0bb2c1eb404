import { communityPath } from '@sameboat/model/community';
import { communityFactsPath, communityFactsSchema } from '@sameboat/model/community-facts';
import {
  claimedCommunityName,
  claimPacePath,
  communityNamePath,
  communityNameSchema,
} from '@sameboat/model/community-name';
import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { userPath } from '@sameboat/model/user';
import { type DocumentSnapshot, FieldValue, type Firestore } from 'firebase-admin/firestore';
import type { ClaimFacts, ClaimRequest, ClaimVerdict } from '../domain/decide-claim.ts';
import { fromCallCount, toCallCount } from './call-count.ts';
import { runTransaction } from './run-transaction.ts';

export interface NameClaim extends ClaimRequest {
  readonly key: string;
  readonly nameHash: string;
}

/**
 * Reads how things stand, asks `decide`, and writes the claim and the counter as it says, all in one transaction: of two
 * who ask for one name at once, one gets it.
 */
export function claimName(
  firestore: Firestore,
  claim: NameClaim,
  decide: (facts: ClaimFacts) => ClaimVerdict,
): Promise<ClaimVerdict> {
  const { uid, communityId, key, nameHash } = claim;
  const name = firestore.doc(communityNamePath(key));
  const counter = firestore.doc(claimPacePath(uid));
  return runTransaction(firestore, async (transaction) => {
    const [user, sanction, calls, held, community, facts] = await transaction.getAll(
      firestore.doc(userPath(uid)),
      firestore.doc(sanctionPath(uid)),
      counter,
      name,
      firestore.doc(communityPath(communityId)),
      firestore.doc(communityFactsPath(communityId)),
    );
    const holder = toHolder(held);
    const isElsewhere = holder !== null && holder.communityId !== communityId;
    const verdict = decide({
      hasProfile: user?.exists === true,
      sanction: sanction?.exists ? sanctionSchema.parse(sanction.data()) : null,
      calls: toCallCount(calls),
      holder: holder && {
        ...holder,
        communityExists: isElsewhere
          ? (await transaction.get(firestore.doc(communityPath(holder.communityId)))).exists
          : community?.exists === true,
      },
      community: community?.exists ? { founderId: toFounder(facts) } : null,
    });
    if (verdict.calls) transaction.set(counter, fromCallCount(verdict.calls, communityId));
    if (verdict.refusal === null) {
      transaction.set(name, claimedCommunityName(communityId, nameHash, FieldValue.serverTimestamp()));
    }
    return verdict;
  });
}

function toHolder(snapshot: DocumentSnapshot | undefined) {
  if (!snapshot?.exists) return null;
  const { communityId, at } = communityNameSchema.parse(snapshot.data());
  return { communityId, claimedAt: at?.toMillis() ?? null };
}

function toFounder(snapshot: DocumentSnapshot | undefined): string | null {
  return snapshot?.exists ? communityFactsSchema.parse(snapshot.data()).founderId : null;
}
