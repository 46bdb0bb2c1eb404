import { type DeletionRefusal, deleteMyAccountInputSchema } from '@sameboat/model/delete-my-account';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { systemClock } from './data/clock.ts';
import { createDocumentStore } from './data/document-store.ts';
import { openFirestore } from './data/firestore.ts';
import { enqueueRemoval } from './data/removal-queue.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { requestDeletion } from './domain/request-deletion.ts';
import { vouched } from './options.ts';

const sentences: Readonly<Record<DeletionRefusal['reason'], string>> = {
  'wrong-handle': 'That is not your handle.',
  'sign-in-again': 'Sign in again first.',
  founder: 'Hand over or delete the communities that you founded first.',
};

/**
 * Deletes the caller's account, after a recent sign-in and with their handle typed. The account is closed when this answers;
 * what it wrote goes in the minutes after (`removeAccountTask`). Nobody can name another account here.
 */
export const deleteMyAccount = onCall(vouched, async ({ auth, data }): Promise<null> => {
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  if (auth.token.firebase.sign_in_provider === 'anonymous')
    throw new HttpsError('permission-denied', 'Guests have no account. Leave the circle instead.');
  const input = deleteMyAccountInputSchema.safeParse(data);
  if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
  const firestore = openFirestore();
  const refusal = await requestDeletion(
    {
      documents: createDocumentStore(firestore),
      sanctions: createSanctionStore(firestore),
      enqueue: enqueueRemoval,
    },
    {
      uid: auth.uid,
      handle: input.data.handle,
      signedInAt: auth.token.auth_time * 1_000,
      now: systemClock.now(),
    },
  );
  if (refusal === null) return null;
  if (refusal === 'signed-out') throw new HttpsError('unauthenticated', 'Sign in again.');
  throw new HttpsError('failed-precondition', sentences[refusal.reason], refusal);
});
