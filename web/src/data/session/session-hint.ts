export const sessionHintKey = 'sameboat.session';

/**
 * Whether somebody was signed in here when the app last looked. Without it, the first screen comes without any of
 * Firebase. It is also what says that something of them may still be on this device, so it is set before anything is
 * kept and removed after everything is. True when storage cannot be read, for then Firebase must be asked.
 */
export const hasSessionHint = (): boolean => {
  try {
    return localStorage.getItem(sessionHintKey) !== null;
  } catch {
    return true;
  }
};

/** Whom it is about; null where there is none or it cannot be read. */
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
