/**
 * Removes what the app kept on this device (messages, what waits to be sent, every storage key that begins with
 * `sameboat.`) and all memory, by loading the page anew. Every open tab does so when it hears of the sign-out; the last
 * one to let go of the store is the one that deletes it.
 */
export const forgetDevice = async (): Promise<void> => {
  forgetKeys('sameboat.');
  try {
    const { forgetFirestore } = await import('../../firebase/firestore.ts');
    await forgetFirestore();
    // The marks with which Firestore's tabs talk to each other. Not earlier: another tab would take it for damage.
    forgetKeys('firestore_');
  } catch {
    // Another tab still holds the store, and deletes it when it lets go.
  }
  window.location.assign('/');
};

const forgetKeys = (prefix: string) => {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // Where storage cannot be reached, nothing was kept.
  }
};
