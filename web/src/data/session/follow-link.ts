import { signInWithEmailAndPassword } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { AuthRequestError, askAuth } from '../../firebase/auth-request.ts';
import { accountCall } from './account-error.ts';
import { keepThisSignIn } from './keep-this-sign-in.ts';
import { startSession } from './session-store.ts';

/** Runs with Auth ready; throws only AccountError, 'link-used' when the link is old, used or not ours. */
const withAuth = <Result>(act: () => Promise<Result>): Promise<Result> =>
  accountCall(async () => {
    await startFirebase();
    await startSession();
    return act();
  });

/** Links work once. A page that is drawn twice follows its link once. */
const followed = new Map<string, Promise<void>>();

/** Confirms an address, changes it, or takes the change back: whatever the link was sent for. */
export const followLink = (code: string): Promise<void> => {
  const known = followed.get(code);
  if (known) return known;
  const following = withAuth(async () => {
    await askAuth('update', { oobCode: code });
    await refreshUser();
  });
  followed.set(code, following);
  return following;
};

/** Whoever is signed in here may be the one whose address is confirmed now; their token says so from here on. */
const refreshUser = async (): Promise<void> => {
  const user = auth().currentUser;
  if (user === null) return;
  try {
    await user.reload();
    await user.getIdToken(true);
  } catch {
    // A changed address ends the sign-in, and Auth has signed out by itself.
  }
};

/** Whose password the link changes. */
export const readResetLink = (code: string): Promise<string> =>
  withAuth(async () => {
    const { email } = await askAuth('resetPassword', { oobCode: code });
    if (typeof email !== 'string') throw new AuthRequestError('auth/invalid-action-code');
    return email;
  });

interface NewPassword {
  readonly code: string;
  readonly email: string;
  readonly password: string;
}

/** Sets the new password, signs in with it, and ends every older sign-in: whoever knew the old one is out. */
export const choosePassword = ({ code, email, password }: NewPassword): Promise<void> =>
  withAuth(async () => {
    await askAuth('resetPassword', { oobCode: code, newPassword: password });
    await signInWithEmailAndPassword(auth(), email, password);
    await keepThisSignIn(password);
  });
