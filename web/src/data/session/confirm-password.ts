import { EmailAuthProvider, reauthenticateWithCredential, type User } from 'firebase/auth';
import { AccountError, toAccountError } from './account-error.ts';

/** Signs in once more with the password, which Auth asks for before it changes a sign-in. Throws AccountError 'wrong-password'. */
export const confirmPassword = async (user: User, password: string): Promise<void> => {
  try {
    const credential = EmailAuthProvider.credential(user.email ?? '', password);
    await reauthenticateWithCredential(user, credential);
  } catch (cause) {
    const error = toAccountError(cause);
    throw error.code === 'wrong-credentials' ? new AccountError('wrong-password', cause) : error;
  }
};
