import { httpsCallable } from 'firebase/functions';
import { functions } from '../../firebase/functions.ts';
import { AccountError } from './account-error.ts';
import { confirmPassword } from './confirm-password.ts';
import { currentUser } from './current-user.ts';

/** A token says to the second when somebody signed in. */
const NEXT_SECOND_MS = 1_100;
/** Auth's other tabs in this browser look for a new sign-in every 800 ms. */
const OTHER_TABS_MS = 1_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * After the password has changed: signs in anew with it and then ends every older sign-in, at once and not only when its
 * token runs out. This tab and the others of this browser go on. Throws AccountError 'others-still-in' if that failed.
 */
export const keepThisSignIn = async (password: string): Promise<void> => {
  try {
    await pause(NEXT_SECOND_MS);
    await confirmPassword(currentUser(), password);
    await pause(OTHER_TABS_MS);
    await httpsCallable(functions(), 'signOutEverywhere')({ olderOnly: true });
  } catch (cause) {
    throw new AccountError('others-still-in', cause);
  }
};
