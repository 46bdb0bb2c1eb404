import { startFirebase } from '../../firebase/app.ts';
import { askAuth } from '../../firebase/auth-request.ts';
import { AccountError, accountCall } from './account-error.ts';

/**
 * Sends the e-mail with which a password is chosen anew. An address without an account is no error: nobody may learn
 * here who has one. Throws AccountError.
 */
export const resetPassword = async (email: string): Promise<void> => {
  try {
    await accountCall(async () => {
      await startFirebase();
      await askAuth('sendOobCode', { requestType: 'PASSWORD_RESET', email });
    });
  } catch (error) {
    if (error instanceof AccountError && error.code === 'wrong-credentials') return;
    throw error;
  }
};
