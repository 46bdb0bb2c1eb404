import { sendEmailVerification } from 'firebase/auth';
import { accountCall } from './account-error.ts';
import { currentUser } from './current-user.ts';

/** Sends the e-mail whose link says that the address is mine. Throws AccountError, 'too-many-tries' among others. */
export const sendVerification = (): Promise<void> => accountCall(() => sendEmailVerification(currentUser()));
