import { handlePath, newHandle } from '@sameboat/model/handle';
import { newPrivateProfile, privateProfilePath } from '@sameboat/model/private-profile';
import { newSettings, settingsPath } from '@sameboat/model/settings';
import { newUser, userPath } from '@sameboat/model/user';
import { doc, getDocFromServer } from 'firebase/firestore';
import { commit } from '../../firebase/commit.ts';
import { serverTime } from '../../firebase/encode-value.ts';
import { firestore } from '../../firebase/firestore.ts';
import { AccountError, accountCall, toAccountError } from './account-error.ts';

interface ProfileClaim {
  uid: string;
  handle: string;
  displayName: string;
}

/**
 * Completes an account: handle, public profile, private profile and settings in one commit, or none of them. Of two
 * people who want one handle at the same moment exactly one gets it; the other's call throws `handle-taken`. Not the
 * SDK's batch, which would wait for ever without a network. Throws AccountError.
 */
export const claimProfile = ({ uid, handle, displayName }: ProfileClaim): Promise<void> =>
  accountCall(async () => {
    const handleRef = doc(firestore(), handlePath(handle));
    try {
      if ((await getDocFromServer(handleRef)).exists()) throw new AccountError('handle-taken');
      await commit([
        { set: handlePath(handle), data: newHandle(uid) },
        { set: userPath(uid), data: newUser({ handle, displayName }, serverTime) },
        { set: privateProfilePath(uid), data: newPrivateProfile(serverTime) },
        { set: settingsPath(uid), data: newSettings(serverTime) },
      ]);
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
