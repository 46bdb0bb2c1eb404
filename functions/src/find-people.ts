import { type FindPeopleAnswer, findPeopleInputSchema } from '@sameboat/model/find-people';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { openFirestore } from './data/firestore.ts';
import { countSearch, createPeopleStore } from './data/people-store.ts';
import { decideSearch, type SearchVerdict } from './domain/decide-search.ts';
import { findPeople as find } from './domain/find-people.ts';
import { vouched } from './options.ts';

const refusals: Readonly<Record<NonNullable<SearchVerdict['refusal']>, () => HttpsError>> = {
  'no-profile': () => new HttpsError('failed-precondition', 'Set up your profile first.'),
  sanctioned: () => new HttpsError('permission-denied', 'You cannot look for people at the moment.'),
  'too-many-calls': () =>
    new HttpsError('resource-exhausted', 'That was a lot of searching. Try again later.'),
};

/**
 * People who chose to be found, by topic, by place, or both, a page at a time. Leaves out people across a block, banned
 * people and the caller, in a way that looks as if they were not there (docs/decisions/0008).
 */
export const findPeople = onCall(vouched, async ({ auth, data }): Promise<FindPeopleAnswer> => {
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  if (auth.token.firebase.sign_in_provider === 'anonymous')
    throw new HttpsError('permission-denied', 'Guests cannot look for people.');
  const input = findPeopleInputSchema.safeParse(data);
  if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
  const firestore = openFirestore();
  const signedInAt = auth.token.auth_time * 1_000;
  const { refusal } = await countSearch(firestore, auth.uid, (facts) =>
    decideSearch(facts, signedInAt, Date.now()),
  );
  if (refusal !== null) throw refusals[refusal]();
  const { people, next } = await find(createPeopleStore(firestore), auth.uid, input.data);
  return { people: [...people], next };
});
