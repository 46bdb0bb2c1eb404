import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { signOut, type User } from 'firebase/auth';
import { doc, getDocFromServer } from 'firebase/firestore';
import { auth } from '../../firebase/auth.ts';
import { firestore } from '../../firebase/firestore.ts';
import { judgeSanction, type Standing } from './judge-sanction.ts';

/**
 * Finds out why the server refuses somebody who is signed in here: their own sanction, which they may always read, then
 * Auth. A sign-in that has ended is signed out before this resolves. Throws when the question does not get through.
 */
export const findStanding = async (user: User): Promise<Standing> => {
  const { claims } = await user.getIdTokenResult();
  const snapshot = await getDocFromServer(doc(firestore(), sanctionPath(user.uid)));
  const sanction = snapshot.exists() ? sanctionSchema.parse(snapshot.data()) : null;
  const signedInAt = Number(claims.auth_time) * 1_000;
  const standing = judgeSanction(sanction, { signedInAt, now: Date.now() });
  if (standing.kind === 'ended') await signOut(auth());
  if (standing.kind !== 'good') return standing;
  // Signs out by itself when the account is disabled or gone, or its tokens were revoked.
  await user.reload();
  return auth().currentUser === null ? { kind: 'ended' } : standing;
};
