let path: '/' | '/sign-in#ended' | '/goodbye' = '/';

/** Remembers that the sign-in was ended from outside this tab's own "Sign out", so that the next page can say so. */
export const markSignInEnded = (): void => {
  if (path === '/') path = '/sign-in#ended';
};

/** Remembers that the sign-in ends because its account is deleted; `false` when that did not come about. */
export const markAccountDeleted = (isDeleted: boolean): void => {
  path = isDeleted ? '/goodbye' : '/';
};

/** Where to go when a sign-in is over. */
export const pathAfterSignOut = (): string => path;
