import { type DeletionRefusal, deletionRefusalSchema } from '@sameboat/model/delete-my-account';
import { signOut } from 'firebase/auth';
import { httpsCallable } from 'firebase/functions';
import { auth } from '../../firebase/auth.ts';
import { functions } from '../../firebase/functions.ts';
import { AccountError, accountCall } from './account-error.ts';
import { confirmPassword } from './confirm-password.ts';
import { currentUser } from './current-user.ts';
import { markAccountDeleted } from './sign-in-ended.ts';

/**
 * Deletes the account that is signed in; `password` is null for those who sign in with Google. Null when it is closed: a
 * page that says goodbye is loaded then. Otherwise why it was refused, with nothing changed. Throws AccountError,
 * 'wrong-password' among others.
 */
export const deleteAccount = async (
  handle: string,
  password: string | null,
): Promise<DeletionRefusal | null> => {
  // Listeners are refused as soon as the account is closed, which can be before this hears of it.
  markAccountDeleted(true);
  try {
    await accountCall(() => confirmAndDelete(handle, password));
  } catch (cause) {
    markAccountDeleted(false);
    const refusal = refusalOf(cause);
    if (refusal === null) throw cause;
    return refusal;
  }
  await accountCall(() => signOut(auth()));
  return null;
};

const confirmAndDelete = async (handle: string, password: string | null): Promise<void> => {
  if (password !== null) await confirmPassword(currentUser(), password);
  await httpsCallable(functions(), 'deleteMyAccount')({ handle });
};

const refusalOf = (error: unknown): DeletionRefusal | null => {
  const cause = error instanceof AccountError ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('details' in cause)) return null;
  return deletionRefusalSchema.safeParse(cause.details).data ?? null;
};
