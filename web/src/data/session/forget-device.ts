import { dropSessionHint, readSessionHint, sessionHintKey } from './session-hint.ts';

/** A tab that is asleep may hold Firestore's database for as long as it sleeps. */
const PATIENCE_MS = 3_000;

/**
 * Removes everything that the app kept on this device about anybody: drafts, unsent messages, what was read, every
 * storage key that begins with `sameboat.`; the session hint last of all. A page that is closed on the way leaves the
 * hint, and the next one starts over. Resolves when all is gone, or after three seconds with the hint left behind.
 */
export const forgetDevice = async (): Promise<void> => {
  const about = readSessionHint();
  const gone = forgetDatabase();
  forgetKeys('sameboat.');
  const finished = gone.then(() => {
    // Somebody signed in while it took its time: the hint and the marks are theirs.
    if (readSessionHint() !== about) return;
    // The marks with which Firestore's tabs talk to each other. Not earlier: another tab would take it for damage.
    forgetKeys('firestore_');
    dropSessionHint();
  });
  // What fails is tried again at the next start, for the hint is still there.
  await Promise.race([finished.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
};

const forgetDatabase = async () => {
  const { forgetFirestore } = await import('../../firebase/firestore.ts');
  await forgetFirestore();
};

const forgetKeys = (prefix: string) => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && key !== sessionHintKey) localStorage.removeItem(key);
    }
    sessionStorage.clear();
  } catch {
    // Where storage cannot be reached, nothing was kept.
  }
};
