import '@sameboat/model/without-eval';
import { handleSchema } from '@sameboat/model/handle';
import { limits } from '@sameboat/model/limits';
import { displayNameSchema } from '@sameboat/model/user';
import * as z from 'zod/mini';

/** What people type as a handle, as it will be kept: no @, lower case. */
export const toHandle = (typed: string): string => typed.trim().replace(/^@/u, '').toLowerCase();

/** Refuses an empty field with a sentence of its own, before any other check. */
const filled = (sentence: string) =>
  z.string().check(z.trim(), z.minLength(1, { error: sentence, abort: true }));

/** Somebody at a domain: enough to catch a slip. Whether mail arrives, only mail can tell. */
const email = filled('Enter your e-mail address.').check(
  z.regex(
    /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/u,
    'Enter an e-mail address in full, like name@example.org.',
  ),
);

const newPassword = z
  .string()
  .check(
    z.minLength(1, { error: 'Enter a password.', abort: true }),
    z.minLength(
      limits.passwordMin,
      `Your password needs at least ${limits.passwordMin} characters. Three or four words are easy to remember.`,
    ),
  );

const profile = {
  handle: z.pipe(filled('Enter a handle.'), handleSchema),
  displayName: z.pipe(filled('Enter the name that others will see.'), displayNameSchema),
};

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, 'Enter your password.')),
});
export const resetPasswordSchema = z.object({ email });
export const profileSchema = z.object(profile);
export const signUpSchema = z.object({ ...profile, email, password: newPassword });
