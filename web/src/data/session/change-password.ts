import { updatePassword } from 'firebase/auth';
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
    const user = currentUser();
    await confirmPassword(user, current);
    await updatePassword(user, next);
    await keepThisSignIn(user, next);
  });
