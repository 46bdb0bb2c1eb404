import { handleSchema } from '@sameboat/model/handle';
import { limits } from '@sameboat/model/limits';
import { firstProblem } from '@sameboat/model/text';
import { displayNameSchema } from '@sameboat/model/user';

/** Each check gives a sentence that helps, or null when the field is right. */

export const checkEmail = (email: string): string | null => {
  if (email === '') return 'Enter your e-mail address.';
  return /^[^\s@]+@[^\s@]+$/u.test(email)
    ? null
    : 'That does not look like an e-mail address. Check it once more.';
};

export const checkNewPassword = (password: string): string | null => {
  if (password === '') return 'Choose a password.';
  return password.length < limits.passwordMin
    ? `A password needs at least ${limits.passwordMin} characters. A few words in a row are easy to keep.`
    : null;
};

export const checkHandle = (handle: string): string | null => {
  if (handle === '') return 'Choose a handle.';
  const parsed = handleSchema.safeParse(handle);
  return parsed.success ? null : firstProblem(parsed.error);
};

export const checkDisplayName = (name: string): string | null => {
  if (name === '') return 'Choose the name that others see.';
  const parsed = displayNameSchema.safeParse(name);
  return parsed.success ? null : firstProblem(parsed.error);
};

/** What a person types as a handle, as it will be kept: no @, small letters. */
export const toHandle = (typed: string): string => typed.trim().replace(/^@/u, '').toLowerCase();
