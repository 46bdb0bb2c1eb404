import { signInWithCredential } from 'firebase/auth';
import { AnsweredCredential } from '../../firebase/answered-credential.ts';
import { auth } from '../../firebase/auth.ts';
import { askAuth } from '../../firebase/auth-request.ts';
import { accountCall } from './account-error.ts';
import { confirmPassword } from './confirm-password.ts';
import { currentUser } from './current-user.ts';
import { keepThisSignIn } from './keep-this-sign-in.ts';

interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/**
 * Changes my password and ends my sign-ins everywhere else; takes about three seconds. Throws AccountError:
 * 'wrong-password' when `current` is not it, 'others-still-in' when only the end of the other sign-ins failed.
 */
export const changePassword = ({ current, next }: PasswordChange): Promise<void> =>
  accountCall(async () => {
    await confirmPassword(currentUser(), current);
    const idToken = await currentUser().getIdToken();
    const answer = await askAuth('update', { idToken, password: next, returnSecureToken: true });
    // The tokens from before the change give no new ones.
    await signInWithCredential(auth(), new AnsweredCredential('password', answer));
    await keepThisSignIn(next);
  });
