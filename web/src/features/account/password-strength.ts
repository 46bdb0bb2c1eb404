import { limits } from '@sameboat/model/limits';
import { useEffect, useState } from 'react';

/** What a form knows about whoever chooses a password. */
export interface PasswordOwner {
  email: string;
  handle: string;
  displayName: string;
}

/**
 * Whether a password is easy to guess. Its list of common passwords (200 KB) is fetched only here; where that fails,
 * the length has to do.
 */
export async function isEasyToGuess(
  password: string,
  { email, handle, displayName }: PasswordOwner,
): Promise<boolean> {
  try {
    const { isGuessedEarly } = await import('./guess-password.ts');
    const about = [handle, ...email.split(/[@.]/u), ...displayName.split(/\s+/u)];
    return isGuessedEarly(
      password,
      about.filter((word) => word.length > 2),
    );
  } catch {
    return false;
  }
}

/** As isEasyToGuess, for the password that stands in the field, a moment after the last key (400 ms). */
export const useIsEasyToGuess = (
  password: string,
  { email, handle, displayName }: PasswordOwner,
): boolean => {
  const [easy, setEasy] = useState<string | null>(null);
  useEffect(() => {
    if (password.length < limits.passwordMin) return;
    let current = true;
    const timer = setTimeout(async () => {
      const found = await isEasyToGuess(password, { email, handle, displayName });
      if (current) setEasy(found ? password : null);
    }, 400);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [password, email, handle, displayName]);
  return easy !== null && easy === password;
};
