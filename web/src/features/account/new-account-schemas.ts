import { handleSchema } from '@sameboat/model/handle';
import { limits } from '@sameboat/model/limits';
import { displayNameSchema } from '@sameboat/model/user';
import * as z from 'zod/mini';
import { emailSchema, filled } from './sign-in-schemas.ts';

/** What people type as a handle, as it will be kept: no @, lower case. */
export const toHandle = (typed: string): string => typed.trim().replace(/^@/u, '').toLowerCase();

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

const oldEnough = z.literal(true, 'Sameboat is for people who are 16 or older.');

export const profileSchema = z.object({ ...profile, oldEnough });
export const signUpSchema = z.object({ ...profile, email: emailSchema, password: newPassword, oldEnough });

export const changeHandleSchema = z.object({ handle: profile.handle });
export const changeDisplayNameSchema = z.object({ displayName: profile.displayName });
export const choosePasswordSchema = z.object({ password: newPassword });

const currentPassword = z.string().check(z.minLength(1, 'Enter your password.'));
export const changePasswordSchema = z.object({ currentPassword, password: newPassword });
export const changeEmailSchema = z.object({ email: emailSchema, currentPassword });
