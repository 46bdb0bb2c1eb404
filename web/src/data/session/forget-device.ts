/**
 * Removes what the app kept on this device (messages, what waits to be sent, every storage key that begins with
 * `sameboat.`) and all memory, by loading the page anew. Every open tab does so when it hears of the sign-out; the last
 * one to let go of the store is the one that deletes it.
 */
export const forgetDevice = async (): Promise<void> => {
  forgetKeys();
  try {
    const { forgetFirestore } = await import('../../firebase/firestore.ts');
    await forgetFirestore();
  } catch {
    // Another tab still holds the store.
  }
  // Once more: closing Firestore leaves marks of its own, with which its tabs talked about their listeners.
  forgetKeys();
  window.location.assign('/');
};

const forgetKeys = () => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('sameboat.') || key.startsWith('firestore_')) localStorage.removeItem(key);
    }
    sessionStorage.clear();
  } catch {
    // Where storage cannot be reached, nothing was kept.
  }
};
