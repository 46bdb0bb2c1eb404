import type { User } from 'firebase/auth';
import { askAuth } from '../../firebase/auth-request.ts';
import { accountCall } from './account-error.ts';
import { currentUser } from './current-user.ts';

/**
 * Sends the e-mail whose link says that the address is mine, or that of a `user` who has just signed up. Throws
 * AccountError, 'too-many-tries' among others.
 */
export const sendVerification = (user?: User): Promise<void> =>
  accountCall(async () => {
    const idToken = await (user ?? currentUser()).getIdToken();
    await askAuth('sendOobCode', { requestType: 'VERIFY_EMAIL', idToken });
  });
