import { handlePath, newHandle } from '@sameboat/model/handle';
import { newPrivateProfile, privateProfilePath } from '@sameboat/model/private-profile';
import { newSettings, settingsPath } from '@sameboat/model/settings';
import { newUser, userPath } from '@sameboat/model/user';
import { doc, getDocFromServer, runTransaction, serverTimestamp } from 'firebase/firestore';
import { firestore } from '../../firebase/firestore.ts';
import { AccountError, accountCall, toAccountError } from './account-error.ts';

interface ProfileClaim {
  uid: string;
  handle: string;
  displayName: string;
}

/**
 * Completes an account: handle, public profile, private profile and settings in one commit, or none of them. Of two
 * people who want one handle at the same moment exactly one gets it; the other's call throws `handle-taken`. A
 * transaction and not a batch, because a batch would wait for ever without a network. Throws AccountError.
 */
export const claimProfile = ({ uid, handle, displayName }: ProfileClaim): Promise<void> =>
  accountCall(async () => {
    const db = firestore();
    const handleRef = doc(db, handlePath(handle));
    try {
      await runTransaction(db, async (transaction) => {
        const holder = await transaction.get(handleRef);
        if (holder.exists()) throw new AccountError('handle-taken');
        const now = serverTimestamp();
        transaction
          .set(handleRef, newHandle(uid))
          .set(doc(db, userPath(uid)), newUser({ handle, displayName }, now))
          .set(doc(db, privateProfilePath(uid)), newPrivateProfile(now))
          .set(doc(db, settingsPath(uid)), newSettings(now));
      });
    } catch (error) {
      const { code } = toAccountError(error);
      if (code === 'offline') throw error;
      // Refused, or lost a race: the document itself says why. If it is mine, an answer got lost and all is well.
      const holder = await getDocFromServer(handleRef);
      if (!holder.exists()) throw error;
      if (holder.data().uid !== uid) throw new AccountError('handle-taken', error);
    }
  });

/** Whether nobody holds this handle right now. Only for people with an account: rules refuse guests. Throws AccountError. */
export const isHandleFree = (handle: string): Promise<boolean> =>
  accountCall(async () => !(await getDocFromServer(doc(firestore(), handlePath(handle)))).exists());
