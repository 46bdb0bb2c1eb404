import { signOut as signOutOfAuth } from 'firebase/auth';
import { auth } from '../../firebase/auth.ts';
import { accountCall } from './account-error.ts';

/**
 * Signs out on this device. followSession then forgets everything that was kept here and loads the page anew, so what
 * had not been sent yet is lost: ask first. Throws AccountError.
 */
export const signOut = (): Promise<void> => accountCall(() => signOutOfAuth(auth()));
