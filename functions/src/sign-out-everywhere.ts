import { HttpsError, onCall } from 'firebase-functions/v2/https';
import * as z from 'zod/mini';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { revokeSessions } from './data/sessions.ts';
import { signOutEverywhere as signOut } from './domain/sign-out-everywhere.ts';
import { vouched } from './options.ts';

const inputSchema = z.nullish(z.strictObject({}));

/**
 * Ends every sign-in of the caller, this one included; the app then signs in again or shows the sign-in page. It is also
 * called right after a change of password. Answers when a new sign-in will be accepted.
 */
export const signOutEverywhere = onCall(vouched, async ({ auth, data }): Promise<null> => {
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  if (!inputSchema.safeParse(data).success) throw new HttpsError('invalid-argument', 'This takes no input.');
  const ports = { sanctions: createSanctionStore(openFirestore()), clock: systemClock, revokeSessions };
  const outcome = await signOut(ports, { uid: auth.uid, signedInAt: auth.token.auth_time });
  if (outcome === 'older-sign-in') throw new HttpsError('unauthenticated', 'Sign in again.');
  return null;
});
