import {
  accessCodeSchema,
  codeTriesPath,
  communityAccessPath,
  newCodePacePath,
} from '@sameboat/model/access-code';
import { type Community, communityPath, communitySchema } from '@sameboat/model/community';
import { communityBanPath } from '@sameboat/model/community-ban';
import { communityLogPath, newCodeLogEntry } from '@sameboat/model/community-log';
import { communityMemberPath, communityMemberSchema, joiningMember } from '@sameboat/model/community-member';
import { pacePath } from '@sameboat/model/pace';
import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { userPath, userSchema } from '@sameboat/model/user';
import { type DocumentSnapshot, FieldValue, type Firestore } from 'firebase-admin/firestore';
import { hashCode, isHashOf, newSalt } from '../domain/access-code.ts';
import type { EntryFacts, EntryVerdict } from '../domain/decide-entry.ts';
import type { RenewalFacts, RenewalVerdict } from '../domain/decide-renewal.ts';
import { fromCallCount, toCallCount } from './call-count.ts';
import { runTransaction } from './run-transaction.ts';

interface Entry {
  readonly uid: string;
  readonly communityId: string;
  readonly code: string;
  readonly listed: boolean;
}

/** The community is null unless the verdict refuses nothing. */
interface Entered {
  readonly verdict: EntryVerdict;
  readonly community: Community | null;
}

/** For communities that have no code: their callers wait for a hash as all others do. */
const noSalt = newSalt();

/**
 * Hashes the code, reads how things stand, asks `decide`, and writes the counters and the membership as it says, all in
 * one transaction: of many tries at once, no more are looked at than `decide` allows.
 */
export async function enterCommunity(
  firestore: Firestore,
  { uid, communityId, code, listed }: Entry,
  decide: (facts: EntryFacts) => EntryVerdict,
): Promise<Entered> {
  const access = firestore.doc(communityAccessPath(communityId));
  const salt = toAccess(await access.get())?.salt ?? noSalt;
  const hash = await hashCode(code, salt);
  const tries = firestore.doc(codeTriesPath(uid));
  const joins = firestore.doc(pacePath(uid, 'joinCommunity'));
  const member = firestore.doc(communityMemberPath(communityId, uid));
  return runTransaction(firestore, async (transaction) => {
    const [user, sanction, triesNow, joinsNow, membership, communityNow, accessNow, ban] =
      await transaction.getAll(
        firestore.doc(userPath(uid)),
        firestore.doc(sanctionPath(uid)),
        tries,
        joins,
        member,
        firestore.doc(communityPath(communityId)),
        access,
        firestore.doc(communityBanPath(communityId, uid)),
      );
    const community = communityNow?.exists ? communitySchema.parse(communityNow.data()) : null;
    const stored = toAccess(accessNow);
    const isMember = membership?.exists === true;
    const verdict = decide({
      profileSince: user?.exists ? userSchema.parse(user.data()).createdAt.toMillis() : null,
      sanction: sanction?.exists ? sanctionSchema.parse(sanction.data()) : null,
      tries: toCallCount(triesNow),
      joins: toCallCount(joinsNow),
      fits: community?.visibility === 'closed' && stored !== null && isHashOf(stored, { hash, salt }),
      isBanned: ban?.exists === true,
      isMember,
    });
    if (verdict.tries) transaction.set(tries, fromCallCount(verdict.tries, communityId));
    if (verdict.joins) {
      transaction.set(joins, fromCallCount(verdict.joins, communityId));
      transaction.create(member, { ...joiningMember(uid, FieldValue.serverTimestamp()), listed });
    }
    return { verdict, community: verdict.refusal === null ? community : null };
  });
}

function toAccess(snapshot: DocumentSnapshot | undefined) {
  return snapshot?.exists ? accessCodeSchema.parse(snapshot.data()) : null;
}

/** Stores a new code's hash and an entry of the log, if `decide` allows it. Hashes only then: it takes 16 MB. */
export function renewCode(
  firestore: Firestore,
  { uid, communityId, code }: { readonly uid: string; readonly communityId: string; readonly code: string },
  decide: (facts: RenewalFacts) => RenewalVerdict,
): Promise<RenewalVerdict> {
  const calls = firestore.doc(newCodePacePath(uid));
  return runTransaction(firestore, async (transaction) => {
    const [community, membership, sanction, callsNow] = await transaction.getAll(
      firestore.doc(communityPath(communityId)),
      firestore.doc(communityMemberPath(communityId, uid)),
      firestore.doc(sanctionPath(uid)),
      calls,
    );
    const verdict = decide({
      visibility: community?.exists ? communitySchema.parse(community.data()).visibility : null,
      role: membership?.exists ? communityMemberSchema.parse(membership.data()).role : null,
      sanction: sanction?.exists ? sanctionSchema.parse(sanction.data()) : null,
      calls: toCallCount(callsNow),
    });
    if (verdict.calls) {
      const at = FieldValue.serverTimestamp();
      const { id } = firestore.collection('communities').doc();
      const salt = newSalt();
      const codeHash = await hashCode(code, salt);
      transaction.set(calls, fromCallCount(verdict.calls, communityId));
      transaction.set(firestore.doc(communityAccessPath(communityId)), { codeHash, salt, at });
      transaction.create(firestore.doc(communityLogPath(communityId, id)), newCodeLogEntry(uid, at));
    }
    return verdict;
  });
}
