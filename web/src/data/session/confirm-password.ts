import { signInWithCredential, type User } from 'firebase/auth';
import { AnsweredCredential } from '../../firebase/answered-credential.ts';
import { auth } from '../../firebase/auth.ts';
import { askAuth } from '../../firebase/auth-request.ts';
import { AccountError, toAccountError } from './account-error.ts';

/** Signs in once more with the password, which Auth asks for before it changes a sign-in. Throws AccountError 'wrong-password'. */
export const confirmPassword = async ({ uid, email }: User, password: string): Promise<void> => {
  try {
    const answer = await askAuth('signInWithPassword', { email, password, returnSecureToken: true });
    if (answer.localId !== uid) throw new AccountError('signed-out');
    await signInWithCredential(auth(), new AnsweredCredential('password', answer));
  } catch (cause) {
    const error = toAccountError(cause);
    throw error.code === 'wrong-credentials' ? new AccountError('wrong-password', cause) : error;
  }
};
