import { type RenewAccessCodeAnswer, renewAccessCodeSchema, shownCode } from '@sameboat/model/access-code';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { renewCode } from './data/entry-store.ts';
import { openFirestore } from './data/firestore.ts';
import { newAccessCode } from './domain/access-code.ts';
import { decideRenewal, type RenewalVerdict } from './domain/decide-renewal.ts';
import { vouched } from './options.ts';

const refusals: Readonly<Record<NonNullable<RenewalVerdict['refusal']>, () => HttpsError>> = {
  sanctioned: () => new HttpsError('permission-denied', 'You cannot do this at the moment.'),
  'not-the-founder': () => new HttpsError('permission-denied', 'Only its founder can make a new code.'),
  'not-closed': () => new HttpsError('failed-precondition', 'Only a closed community has a code.'),
  'too-many-calls': () =>
    new HttpsError('resource-exhausted', 'That was a lot of codes. Try again tomorrow.'),
};

/** Gives a closed community a new access code, and answers it this once: only its hash is stored. The old one ends. */
export const renewAccessCode = onCall(
  { ...vouched, maxInstances: 5, concurrency: 8 },
  async ({ auth, data }): Promise<RenewAccessCodeAnswer> => {
    if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
    const input = renewAccessCodeSchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const code = newAccessCode();
    const { refusal } = await renewCode(
      openFirestore(),
      { uid: auth.uid, communityId: input.data.communityId, code },
      (facts) => decideRenewal(facts, { signedInAt: auth.token.auth_time * 1000, now: Date.now() }),
    );
    if (refusal !== null) throw refusals[refusal]();
    return { code: shownCode(code) };
  },
);
