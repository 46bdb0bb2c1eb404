import type { User } from 'firebase/auth';
import { auth } from '../../firebase/auth.ts';
import { AccountError } from './account-error.ts';

/** Whoever is signed in, as Auth knows them. Throws AccountError 'signed-out' when a sign-in has just ended. */
export const currentUser = (): User => {
  const user = auth().currentUser;
  if (user === null) throw new AccountError('signed-out');
  return user;
};
