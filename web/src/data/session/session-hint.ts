export const sessionHintKey = 'sameboat.session';

/**
 * Whether somebody was signed in here the last time. Without it, the first screen loads without Firebase. It also says
 * that some of their data may still be on this device, so it is set before anything is stored and removed after
 * everything else. True when storage cannot be read, because then only Firebase knows.
 */
export const hasSessionHint = (): boolean => {
  try {
    return localStorage.getItem(sessionHintKey) !== null;
  } catch {
    return true;
  }
};

/** The uid it holds; null if there is no hint or it cannot be read. */
export const readSessionHint = (): string | null => {
  try {
    return localStorage.getItem(sessionHintKey);
  } catch {
    return null;
  }
};

export const keepSessionHint = (uid: string): void => {
  try {
    localStorage.setItem(sessionHintKey, uid);
  } catch {
    // Nothing to remember with; the next start asks Firebase.
  }
};

export const dropSessionHint = (): void => {
  try {
    localStorage.removeItem(sessionHintKey);
  } catch {
    // There was none.
  }
};

/** Calls back when another tab signs in. */
export const onSessionHintElsewhere = (signedIn: () => void): void => {
  window.addEventListener('storage', (event) => {
    if (event.key === sessionHintKey && event.newValue !== null) signedIn();
  });
};
