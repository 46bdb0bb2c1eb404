import type { AccountErrorCode } from '../../data/session/account-error.ts';
import { toAccountError } from '../../data/session/account-error.ts';

export type AccountField = 'email' | 'password' | 'handle';

interface Problem {
  /** The field it belongs under, or null for the whole form. */
  field: AccountField | null;
  sentence: string;
}

const problems: Readonly<Record<AccountErrorCode, Problem>> = {
  'wrong-credentials': {
    field: null,
    sentence: 'That e-mail and password do not belong together. Check both, or choose a new password.',
  },
  'email-taken': {
    field: 'email',
    sentence: 'There is already an account with this e-mail. Sign in instead.',
  },
  'email-invalid': {
    field: 'email',
    sentence: 'That does not look like an e-mail address. Check it once more.',
  },
  'password-weak': { field: 'password', sentence: 'That password is too easy to guess. Try a longer one.' },
  'handle-taken': { field: 'handle', sentence: 'That handle is taken. Try another.' },
  'too-many-tries': {
    field: null,
    sentence: 'There were many tries in a short time. Wait a few minutes, or choose a new password.',
  },
  'account-disabled': { field: null, sentence: 'This account has been closed by a moderator.' },
  'not-allowed': {
    field: null,
    sentence: 'This is not possible with your account right now. Try again later.',
  },
  'not-configured': { field: null, sentence: 'The server is not set up correctly. Try again later.' },
  offline: { field: null, sentence: 'We could not reach the server. Check your connection, then try again.' },
  unknown: {
    field: null,
    sentence: 'Something went wrong on our side. Nothing is lost; try again in a moment.',
  },
};

/** What to say about a failed account call, and where. */
export const accountProblem = (error: unknown): Problem => problems[toAccountError(error).code];
