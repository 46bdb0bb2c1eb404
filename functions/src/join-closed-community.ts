import { type JoinClosedCommunityAnswer, joinClosedCommunitySchema } from '@sameboat/model/access-code';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { enterCommunity } from './data/entry-store.ts';
import { openFirestore } from './data/firestore.ts';
import { callerAddress, createCallCounter } from './domain/count-calls.ts';
import { decideEntry, type EntryVerdict } from './domain/decide-entry.ts';
import { vouched } from './options.ts';

/** Beside the tries of each person: somebody with many accounts has one address, or a few. */
const mayCall = createCallCounter({ windowMs: 600_000, perAddress: 60, together: 2_000 }, () => Date.now());

const tooOften = (reason: 'too-many-tries' | 'too-often', sentence: string) =>
  new HttpsError('resource-exhausted', sentence, { reason });

const refusals: Readonly<Record<NonNullable<EntryVerdict['refusal']>, () => HttpsError>> = {
  'no-profile': () => new HttpsError('failed-precondition', 'Set up your profile first.'),
  sanctioned: () => new HttpsError('permission-denied', 'You cannot join communities at the moment.'),
  'too-many-tries': () => tooOften('too-many-tries', 'That was five tries. Wait an hour, then try again.'),
  'wrong-code': () => new HttpsError('not-found', 'This code does not open a community here.'),
  'too-often': () => tooOften('too-often', 'You joined as many communities as one can in a day.'),
};

/**
 * Opens a closed community with its access code: first to read its rules, then to join it. A wrong code, a community that
 * does not exist and one that has banned the caller are answered alike and after the same work. Few calls at a time, as
 * each hashes with 16 MB.
 */
export const joinClosedCommunity = onCall(
  { ...vouched, maxInstances: 5, concurrency: 8 },
  async ({ auth, data, rawRequest }): Promise<JoinClosedCommunityAnswer> => {
    if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
    if (auth.token.firebase.sign_in_provider === 'anonymous')
      throw new HttpsError('permission-denied', 'Guests cannot join communities.');
    const input = joinClosedCommunitySchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const forwardedFor = rawRequest.headers['x-forwarded-for'];
    if (!mayCall(callerAddress(forwardedFor?.toString(), rawRequest.socket.remoteAddress)))
      throw refusals['too-many-tries']();
    const { communityId, code, join } = input.data;
    const request = {
      signedInAt: auth.token.auth_time * 1000,
      hasVerifiedEmail: auth.token.email_verified === true,
      join: join !== null,
    };
    const { verdict, community } = await enterCommunity(
      openFirestore(),
      { uid: auth.uid, communityId, code, listed: join?.listed ?? false },
      (facts) => decideEntry(facts, request, Date.now()),
    );
    if (verdict.refusal !== null) throw refusals[verdict.refusal]();
    if (community === null) throw new HttpsError('internal', 'The community could not be read.');
    const { name, about, rules } = community;
    return { name, about, rules, joined: request.join };
  },
);
