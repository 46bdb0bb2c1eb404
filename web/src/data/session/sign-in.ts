import { signInWithEmailAndPassword } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { accountCall } from './account-error.ts';
import { startSession } from './session-store.ts';

/** Signs in; the session follows by itself. Throws AccountError. */
export const signIn = (email: string, password: string): Promise<void> =>
  accountCall(async () => {
    await startFirebase();
    await startSession();
    await signInWithEmailAndPassword(auth(), email, password);
  });
