import { askAuth } from '../../firebase/auth-request.ts';
import { accountCall } from './account-error.ts';
import { confirmPassword } from './confirm-password.ts';
import { currentUser } from './current-user.ts';

interface EmailChange {
  readonly password: string;
  readonly email: string;
}

/**
 * Sends a link to the new address. The old one stays until the link is followed; Auth then ends all sign-ins. Throws
 * AccountError, 'wrong-password' among others.
 */
export const changeEmail = ({ password, email }: EmailChange): Promise<void> =>
  accountCall(async () => {
    await confirmPassword(currentUser(), password);
    const idToken = await currentUser().getIdToken();
    await askAuth('sendOobCode', { requestType: 'VERIFY_AND_CHANGE_EMAIL', idToken, newEmail: email });
  });
