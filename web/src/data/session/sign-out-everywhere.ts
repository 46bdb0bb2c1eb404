import { signOut } from 'firebase/auth';
import { httpsCallable } from 'firebase/functions';
import { auth } from '../../firebase/auth.ts';
import { functions } from '../../firebase/functions.ts';
import { accountCall } from './account-error.ts';
import { markSignInEnded } from './sign-in-ended.ts';

/**
 * Ends my sign-in on every device, this one included. As with signOut, everything kept on this device goes: ask first.
 * Throws AccountError.
 */
export const signOutEverywhere = (): Promise<void> =>
  accountCall(async () => {
    await httpsCallable(functions(), 'signOutEverywhere')();
    markSignInEnded();
    await signOut(auth());
  });
