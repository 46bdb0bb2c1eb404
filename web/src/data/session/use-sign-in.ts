import { onIdTokenChanged, type User } from 'firebase/auth';
import { useSyncExternalStore } from 'react';
import { auth } from '../../firebase/auth.ts';

/** How a person signs in. Only they know. */
export interface SignIn {
  readonly email: string | null;
  /** Whether they followed the link in an e-mail to this address. Founding a community and writing to a stranger ask for it. */
  readonly emailVerified: boolean;
  /** Whether they sign in with a password, not only with Google. */
  readonly hasPassword: boolean;
}

const nobody: SignIn = { email: null, emailVerified: false, hasPassword: false };
let known = nobody;

/** The same object until something in it changes. */
const read = (): SignIn => {
  const found = toSignIn(auth().currentUser);
  const same =
    found.email === known.email &&
    found.emailVerified === known.emailVerified &&
    found.hasPassword === known.hasPassword;
  if (!same) known = found;
  return known;
};

const toSignIn = (user: User | null): SignIn =>
  user === null
    ? nobody
    : {
        email: user.email,
        emailVerified: user.emailVerified,
        hasPassword: user.providerData.some(({ providerId }) => providerId === 'password'),
      };

const subscribe = (reader: () => void) => onIdTokenChanged(auth(), reader);

/** How I sign in, live. Only for screens behind sign-in. */
export const useSignIn = (): SignIn => useSyncExternalStore(subscribe, read);
