import { staffRoleSchema } from '@sameboat/model/permissions';
import { type RemoveContentAnswer, removeContentSchema } from '@sameboat/model/remove-content';
import { firstProblem } from '@sameboat/model/text';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { openFirestore } from './data/firestore.ts';
import { removeMessage } from './data/removed-content.ts';
import { decideRemoval, type RemovalVerdict } from './domain/decide-removal.ts';
import { vouched } from './options.ts';

const refusals: Readonly<Record<NonNullable<RemovalVerdict['refusal']>, () => HttpsError>> = {
  sanctioned: () => new HttpsError('permission-denied', 'You cannot do this at the moment.'),
  'not-a-moderator': () =>
    new HttpsError('permission-denied', 'Only those who run the community can remove a message.'),
  'not-found': () => new HttpsError('not-found', 'There is no such message.'),
  'too-many-calls': () =>
    new HttpsError('resource-exhausted', 'That was a lot of messages. Try again in an hour.'),
};

/**
 * Removes somebody's message, with a reason that its author reads: for the founder and the moderators of the chat's
 * community, and for staff. A message that is gone already is left as it is, and nothing more is logged.
 */
export const removeContent = onCall(
  { ...vouched, maxInstances: 5 },
  async ({ auth, data }): Promise<RemoveContentAnswer> => {
    if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
    const input = removeContentSchema.safeParse(data);
    if (!input.success) throw new HttpsError('invalid-argument', firstProblem(input.error));
    const staffRole = staffRoleSchema.safeParse(auth.token.role).data ?? null;
    const times = { signedInAt: auth.token.auth_time * 1000, now: Date.now() };
    const { refusal } = await removeMessage(openFirestore(), { uid: auth.uid, ...input.data }, (facts) =>
      decideRemoval({ ...facts, staffRole }, times),
    );
    if (refusal !== null) throw refusals[refusal]();
    return { removed: true };
  },
);
