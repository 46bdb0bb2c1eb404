const key = 'sameboat.session';

/**
 * Whether somebody was signed in here when the app last looked. It decides only what to load first: without it the
 * landing page comes without any of Firebase. True when storage cannot be read, for then Firebase must be asked.
 */
export const hasSessionHint = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
};

export const setSessionHint = (signedIn: boolean): void => {
  try {
    if (signedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Nothing to remember with; the next start asks Firebase.
  }
};

/** Calls back when another tab signs in. */
export const onSessionHintElsewhere = (signedIn: () => void): void => {
  window.addEventListener('storage', (event) => {
    if (event.key === key && event.newValue !== null) signedIn();
  });
};
