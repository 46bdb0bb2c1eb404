import { emulators, firebaseApp } from './app.ts';

/** `code` is one of the SDK's: 'auth/user-disabled' … */
export class AuthRequestError extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(`Auth: ${code}`, { cause });
    this.name = 'AuthRequestError';
    this.code = code;
  }
}

type Answer = Readonly<Record<string, unknown>>;

/**
 * Calls a method of Auth's REST interface (https://cloud.google.com/identity-platform/docs/reference/rest/v1/accounts).
 * For what few people do: the SDK is one module, which everybody loads before sign-in with all that the app uses of it.
 * Throws AuthRequestError.
 */
export async function askAuth(
  method:
    | 'createAuthUri'
    | 'resetPassword'
    | 'sendOobCode'
    | 'signInWithIdp'
    | 'signInWithPassword'
    | 'update',
  body: object,
): Promise<Answer> {
  const local = emulators()?.auth;
  const service = 'identitytoolkit.googleapis.com';
  const origin = local ? `http://${local.host}:${local.port}/${service}` : `https://${service}`;
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`${origin}/v1/accounts:${method}?key=${firebaseApp().options.apiKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch (cause) {
    throw new AuthRequestError('auth/network-request-failed', cause);
  }
  if (typeof answer !== 'object' || answer === null) throw new AuthRequestError('auth/internal-error');
  if (!response.ok) throw new AuthRequestError(codeOf(answer));
  return { ...answer };
}

/** The server's names for which the SDK has others. */
const sdkCodes: Readonly<Record<string, string>> = {
  EMAIL_EXISTS: 'auth/email-already-in-use',
  EMAIL_NOT_FOUND: 'auth/user-not-found',
  INVALID_LOGIN_CREDENTIALS: 'auth/invalid-credential',
  INVALID_PASSWORD: 'auth/wrong-password',
  INVALID_NEW_EMAIL: 'auth/invalid-email',
  INVALID_OOB_CODE: 'auth/invalid-action-code',
  EXPIRED_OOB_CODE: 'auth/expired-action-code',
  TOO_MANY_ATTEMPTS_TRY_LATER: 'auth/too-many-requests',
  RESET_PASSWORD_EXCEED_LIMIT: 'auth/too-many-requests',
  TOKEN_EXPIRED: 'auth/user-token-expired',
  CREDENTIAL_TOO_OLD_LOGIN_AGAIN: 'auth/user-token-expired',
};

/** The server answers `{ error: { message: 'USER_DISABLED : in more words' } }`. */
function codeOf(answer: object): string {
  const error: unknown = Reflect.get(answer, 'error');
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : null;
  const name = typeof message === 'string' ? (message.split(' ')[0] ?? '') : 'internal-error';
  return sdkCodes[name] ?? `auth/${name.toLowerCase().replaceAll('_', '-')}`;
}
