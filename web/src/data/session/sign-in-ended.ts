let ended = false;

/** Remembers that the sign-in was ended from outside this tab's own "Sign out", so that the next page can say so. */
export const markSignInEnded = (): void => {
  ended = true;
};

/** Where to go when a sign-in is over. */
export const pathAfterSignOut = (): string => (ended ? '/sign-in#ended' : '/');
