import { verifyBeforeUpdateEmail } from 'firebase/auth';
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
    const user = currentUser();
    await confirmPassword(user, password);
    await verifyBeforeUpdateEmail(user, email);
  });
