import { type CommunityNameClaimAnswer, communityNameClaimSchema } from '@sameboat/model/community-name';
import { communityNameHash, communityNameKey } from '@sameboat/model/slug';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { claimName } from './data/claim-store.ts';
import { openFirestore } from './data/firestore.ts';
import { claimSlug } from './domain/claim-slug.ts';
import { type ClaimVerdict, decideClaim } from './domain/decide-claim.ts';
import { vouched } from './options.ts';

const refusals: Readonly<Record<NonNullable<ClaimVerdict['refusal']>, () => HttpsError>> = {
  'no-profile': () => new HttpsError('failed-precondition', 'Set up your profile first.'),
  sanctioned: () => new HttpsError('permission-denied', 'You cannot create communities at the moment.'),
  'too-many-calls': () =>
    new HttpsError('resource-exhausted', 'That was a lot of names. Try again tomorrow.'),
  'not-the-founder': () => new HttpsError('permission-denied', 'Only its founder can rename a community.'),
  taken: () => new HttpsError('already-exists', 'A community has this name, or one that looks like it.'),
};

/**
 * Claims a name for a community that is about to be created or renamed, and answers the slug to write with it. For names
 * that are not ASCII: what looks alike is the same name. The claim lapses when no community follows within an hour.
 */
export const claimCommunityName = onCall(
  vouched,
  async ({ auth, data }): Promise<CommunityNameClaimAnswer> => {
    if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
    if (auth.token.firebase.sign_in_provider === 'anonymous')
      throw new HttpsError('permission-denied', 'Guests cannot create communities.');
    const input = communityNameClaimSchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const { name, communityId } = input.data;
    const slug = claimSlug(name);
    const request = { uid: auth.uid, communityId, signedInAt: auth.token.auth_time * 1000 };
    const [key, nameHash] = await Promise.all([communityNameKey(slug), communityNameHash(name)]);
    const { refusal } = await claimName(openFirestore(), { ...request, key, nameHash }, (facts) =>
      decideClaim(facts, request, Date.now()),
    );
    if (refusal !== null) throw refusals[refusal]();
    return { slug };
  },
);
