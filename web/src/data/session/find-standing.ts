import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { signOut, type User } from 'firebase/auth';
import { doc, getDocFromServer } from 'firebase/firestore';
import { auth } from '../../firebase/auth.ts';
import { firestore } from '../../firebase/firestore.ts';
import { judgeSanction, type Standing } from './judge-sanction.ts';
import { markSignInEnded } from './sign-in-ended.ts';

/**
 * Finds out why the server refuses somebody who is signed in. Reads their own sanction, which they may always read, then
 * checks with Auth. Signs out a sign-in that has ended before it resolves. Throws when the server cannot be reached.
 */
export const findStanding = async (known: User): Promise<Standing> => {
  // The same person may have signed in again since.
  const current = auth().currentUser;
  const user = current?.uid === known.uid ? current : known;
  const { claims } = await user.getIdTokenResult();
  const snapshot = await getDocFromServer(doc(firestore(), sanctionPath(user.uid)));
  const sanction = snapshot.exists() ? sanctionSchema.parse(snapshot.data()) : null;
  const signedInAt = Number(claims.auth_time) * 1_000;
  const standing = judgeSanction(sanction, { signedInAt, now: Date.now() });
  if (standing.kind === 'ended') {
    if (sanction?.kind !== 'deleted') markSignInEnded();
    await signOut(auth());
  }
  if (standing.kind !== 'good') return standing;
  // This signs out by itself if the account is disabled or deleted, or its tokens were revoked.
  await user.reload();
  return auth().currentUser === null ? { kind: 'ended' } : standing;
};
