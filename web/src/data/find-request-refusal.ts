import { sanctionPath, sanctionSchema } from '@sameboat/model/sanction';
import { userPath } from '@sameboat/model/user';
import { doc, getDocFromServer } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { forgetUser } from './get-user.ts';

/** `withdrawn`: moderators took the right to ask away. `gone`: the other person has no account any more. */
export type RequestRefusal = 'withdrawn' | 'gone' | 'unknown';

/** Finds out why the rules refused a request of `uid`. Never throws. */
export async function findRequestRefusal(uid: string, otherUid: string): Promise<RequestRefusal> {
  const db = firestore();
  try {
    const [sanction, other] = await Promise.all([
      getDocFromServer(doc(db, sanctionPath(uid))),
      getDocFromServer(doc(db, userPath(otherUid))),
    ]);
    const known = sanctionSchema.safeParse(sanction.data()).data;
    const binds = known && (known.until === null || known.until.toMillis() > Date.now());
    if (binds && (known.denied.includes('direct') || known.denied.includes('write'))) return 'withdrawn';
    if (other.exists()) return 'unknown';
    forgetUser(otherUid);
    return 'gone';
  } catch {
    return 'unknown';
  }
}
