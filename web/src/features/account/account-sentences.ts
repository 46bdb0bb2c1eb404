import type { AccountErrorCode } from '../../data/session/account-error.ts';
import { toAccountError } from '../../data/session/account-error.ts';

interface Problem {
  /** The field it belongs under, or null for the whole form. */
  field: 'email' | 'password' | 'handle' | 'currentPassword' | null;
  sentence: string;
}

export const EASY_TO_GUESS = 'That password is easy to guess. Add another word or two.';
export const HANDLE_TAKEN = 'That handle is taken. Try another.';

const problems: Readonly<Record<AccountErrorCode, Problem>> = {
  'wrong-credentials': {
    field: null,
    sentence: 'The e-mail or the password is wrong. Check both, or choose a new password.',
  },
  'wrong-password': { field: 'currentPassword', sentence: 'That is not your password. Try again.' },
  'email-taken': {
    field: 'email',
    sentence: 'There is already an account with this e-mail. Sign in instead.',
  },
  'email-invalid': {
    field: 'email',
    sentence: 'Enter an e-mail address in full, like name@example.org.',
  },
  'password-weak': {
    field: 'password',
    sentence: EASY_TO_GUESS,
  },
  'handle-taken': { field: 'handle', sentence: HANDLE_TAKEN },
  'too-many-tries': {
    field: null,
    sentence: 'There were too many tries in a short time. Wait a few minutes, or choose a new password.',
  },
  'link-used': {
    field: null,
    sentence: 'This link does not work any more. It was used already, or it is too old.',
  },
  'signed-out': { field: null, sentence: 'Your sign-in has ended. Sign in again to go on.' },
  'others-still-in': {
    field: null,
    sentence:
      'Your password is changed, but we could not sign out your other devices. “Sign out everywhere” does it.',
  },
  'other-way-in': {
    field: null,
    sentence: 'There is already an account with this e-mail. Sign in with its password.',
  },
  cancelled: { field: null, sentence: 'You are not signed in with Google. Try again, or use your e-mail.' },
  'account-disabled': { field: null, sentence: 'A moderator has closed this account.' },
  'not-allowed': { field: null, sentence: 'Your account cannot do this right now. Try again later.' },
  'not-configured': { field: null, sentence: 'The server is not set up correctly. Try again later.' },
  offline: { field: null, sentence: 'We could not reach the server. Check your connection, then try again.' },
  unknown: {
    field: null,
    sentence: 'Something went wrong on our side. What you entered is still here. Try again in a moment.',
  },
};

/** What to say about a failed account call, and where. */
export const accountProblem = (error: unknown): Problem => problems[toAccountError(error).code];

/** The same for a form. `fields` are those it has; what belongs to another is about the whole. */
export const formProblems = <Field extends string>(
  error: unknown,
  fields: readonly Field[],
): Partial<Record<Field | 'form', string>> => {
  const { field, sentence } = accountProblem(error);
  const place = fields.find((one) => one === field) ?? 'form';
  return { [place]: sentence } as Partial<Record<Field | 'form', string>>;
};
