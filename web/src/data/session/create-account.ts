import { createUserWithEmailAndPassword } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { accountCall } from './account-error.ts';
import { sendVerification } from './send-verification.ts';
import { startSession } from './session-store.ts';

/**
 * Makes the account, without a handle or a name yet (see claimProfile), signs it in, has an e-mail sent
 * to confirm the address, and returns its uid. Throws AccountError.
 */
export const createAccount = (email: string, password: string): Promise<string> =>
  accountCall(async () => {
    await startFirebase();
    await startSession();
    const { user } = await createUserWithEmailAndPassword(auth(), email, password);
    // Not waited for: if it fails, the app offers to send it again.
    sendVerification(user).catch(() => {});
    return user.uid;
  });
