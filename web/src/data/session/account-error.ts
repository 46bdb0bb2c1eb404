import { connection } from '../connection.ts';

export type AccountErrorCode =
  | 'wrong-credentials'
  | 'wrong-password'
  | 'email-taken'
  | 'email-invalid'
  | 'password-weak'
  | 'handle-taken'
  | 'too-many-tries'
  | 'link-used'
  | 'signed-out'
  | 'others-still-in'
  | 'other-way-in'
  | 'cancelled'
  | 'account-disabled'
  | 'not-allowed'
  | 'not-configured'
  | 'offline'
  | 'unknown';

/** What went wrong with an account, once for all of Firebase's ways to say it. */
export class AccountError extends Error {
  readonly code: AccountErrorCode;
  constructor(code: AccountErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'AccountError';
    this.code = code;
  }
}

const codes: Readonly<Record<string, AccountErrorCode>> = {
  'auth/invalid-credential': 'wrong-credentials',
  'auth/invalid-login-credentials': 'wrong-credentials',
  'auth/wrong-password': 'wrong-credentials',
  'auth/user-not-found': 'wrong-credentials',
  'auth/email-already-in-use': 'email-taken',
  'auth/invalid-email': 'email-invalid',
  'auth/missing-email': 'email-invalid',
  'auth/weak-password': 'password-weak',
  'auth/missing-password': 'password-weak',
  'auth/password-does-not-meet-requirements': 'password-weak',
  'auth/too-many-requests': 'too-many-tries',
  'auth/expired-action-code': 'link-used',
  'auth/invalid-action-code': 'link-used',
  'auth/invalid-idp-response': 'cancelled',
  'auth/account-exists-with-different-credential': 'other-way-in',
  'auth/user-token-expired': 'signed-out',
  'functions/unauthenticated': 'signed-out',
  'functions/unavailable': 'offline',
  'functions/deadline-exceeded': 'offline',
  'auth/user-disabled': 'account-disabled',
  'auth/operation-not-allowed': 'not-allowed',
  'auth/network-request-failed': 'offline',
  'auth/timeout': 'offline',
  'config-unreachable': 'offline',
  'config-invalid': 'not-configured',
  'permission-denied': 'not-allowed',
  unavailable: 'offline',
  'deadline-exceeded': 'offline',
};

export const toAccountError = (error: unknown): AccountError => {
  if (error instanceof AccountError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Without a network, parts of the app itself may fail to load, each browser with words of its own.
  return new AccountError(codes[code] ?? (connection.read() === 'offline' ? 'offline' : 'unknown'), error);
};

/** Runs a call, and throws only AccountError. Reports to the connection whether the server answered. */
export const accountCall = async <Result>(call: () => Promise<Result>): Promise<Result> => {
  const answer = connection.expectAnswer();
  try {
    const result = await call();
    answer.arrived();
    return result;
  } catch (cause) {
    const error = toAccountError(cause);
    if (error.code === 'offline') answer.failed();
    else answer.arrived();
    throw error;
  }
};
