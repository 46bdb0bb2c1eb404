import '@sameboat/model/without-eval';
import * as z from 'zod/mini';

/** Refuses an empty field with a sentence of its own, before any other check. */
export const filled = (sentence: string) =>
  z.string().check(z.trim(), z.minLength(1, { error: sentence, abort: true }));

/** Somebody at a domain: enough to catch a slip. Whether mail arrives, only mail can tell. */
export const emailSchema = filled('Enter your e-mail address.').check(
  z.regex(
    /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/u,
    'Enter an e-mail address in full, like name@example.org.',
  ),
);

// Apart from the schemas of new accounts, whose checks of names are not loaded before sign-in.
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().check(z.minLength(1, 'Enter your password.')),
});
export const resetPasswordSchema = z.object({ email: emailSchema });
