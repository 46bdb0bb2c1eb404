import { HttpsError, onCall } from 'firebase-functions/v2/https';
import * as z from 'zod/mini';
import { systemClock } from './data/clock.ts';
import { openFirestore } from './data/firestore.ts';
import { createSanctionStore } from './data/sanction-store.ts';
import { revokeSessions } from './data/sessions.ts';
import { signOutEverywhere as signOut } from './domain/sign-out-everywhere.ts';
import { vouched } from './options.ts';

const inputSchema = z.nullish(z.strictObject({ olderOnly: z.optional(z.boolean()) }));

/**
 * Ends every sign-in of the caller, this one included; the app then shows the sign-in page. Answers when a new sign-in
 * will be accepted. With `olderOnly`, right after a sign-in with a new password, it ends those before this one.
 */
export const signOutEverywhere = onCall(vouched, async ({ auth, data }): Promise<null> => {
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  const input = inputSchema.safeParse(data);
  if (!input.success) throw new HttpsError('invalid-argument', 'This takes { olderOnly } or nothing.');
  const ports = { sanctions: createSanctionStore(openFirestore()), clock: systemClock, revokeSessions };
  const outcome = await signOut(ports, {
    uid: auth.uid,
    signedInAt: auth.token.auth_time,
    olderOnly: input.data?.olderOnly ?? false,
  });
  if (outcome === 'older-sign-in') throw new HttpsError('unauthenticated', 'Sign in again.');
  return null;
});
