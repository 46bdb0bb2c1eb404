import { dropSessionHint, readSessionHint, sessionHintKey } from './session-hint.ts';

/** A sleeping tab can hold Firestore's database open for as long as it sleeps. */
const PATIENCE_MS = 3_000;

/**
 * Removes everything that the app stored on this device: drafts, unsent messages and their pictures, cached documents, every storage key
 * that starts with `sameboat.`, and the session hint last. If the page is closed before that, the hint stays and the next
 * page starts over. Resolves when everything is gone, or after three seconds with the hint still there.
 */
export const forgetDevice = async (): Promise<void> => {
  const about = readSessionHint();
  const gone = forgetDatabase();
  forgetKeys('sameboat.');
  const finished = gone.then(() => {
    // Somebody has signed in since then. The hint and the keys are theirs.
    if (readSessionHint() !== about) return;
    // Firestore's tabs use these keys to talk to each other. Removed any earlier, another tab would report an error.
    forgetKeys('firestore_');
    dropSessionHint();
  });
  // If it fails, the hint stays and the next start tries again.
  await Promise.race([finished.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
};

const forgetDatabase = async () => {
  const [{ forgetFirestore }, { clearShelf }] = await Promise.all([
    import('../../firebase/firestore.ts'),
    import('../pictures/picture-shelf.ts'),
  ]);
  await Promise.all([forgetFirestore(), clearShelf()]);
};

const forgetKeys = (prefix: string) => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && key !== sessionHintKey) localStorage.removeItem(key);
    }
    sessionStorage.clear();
  } catch {
    // Storage that cannot be used holds nothing.
  }
};
