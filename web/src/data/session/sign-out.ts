import { signOut as signOutOfAuth } from 'firebase/auth';
import { startFirebase } from '../../firebase/app.ts';
import { auth } from '../../firebase/auth.ts';
import { setSessionHint } from './session-hint.ts';

/**
 * Signs out on this device and removes what the app kept here: messages, drafts (every storage key that begins with
 * `sameboat.`) and all memory, by loading the page anew. What had not been sent yet is lost; ask first.
 */
export const signOut = async (): Promise<void> => {
  await startFirebase();
  await signOutOfAuth(auth());
  setSessionHint(false);
  forgetKeys();
  const { forgetFirestore } = await import('../../firebase/firestore.ts');
  try {
    await forgetFirestore();
  } catch {
    // Another tab holds the store open. It hears of the sign-out itself and clears the store when it follows.
  }
  window.location.assign('/');
};

const forgetKeys = () => {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('sameboat.')) localStorage.removeItem(key);
  } catch {
    // Where storage cannot be reached, nothing was kept.
  }
};
