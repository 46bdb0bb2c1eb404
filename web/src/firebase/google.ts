import { AuthCredential } from 'firebase/auth';
import { emulators, firebaseApp } from './app.ts';

/*
 * Google sign-in by Auth's REST interface and a whole-page redirect, in place of the SDK's pop-up and redirect, which load
 * Google's scripts and frames into the page (docs/decisions/0035-google-without-googles-scripts.md).
 */

const PROVIDER = 'google.com';

/** `code` is one of Auth's own, as the SDK writes them: 'auth/user-disabled' … */
export class GoogleError extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(`Google sign-in: ${code}`, { cause });
    this.name = 'GoogleError';
    this.code = code;
  }
}

export interface GoogleVisit {
  /** Where the person chooses their Google account. */
  readonly address: string;
  /** Proves, when they come back, that this browser asked. */
  readonly sessionId: string;
}

/** Prepares a visit to Google that ends at `returnTo`, an address of this app without a query. Throws GoogleError. */
export async function prepareGoogleVisit(returnTo: string): Promise<GoogleVisit> {
  const local = emulators()?.auth;
  if (local) return widgetVisit(`http://${local.host}:${local.port}`, returnTo);
  const { authUri, sessionId } = await ask('createAuthUri', { providerId: PROVIDER, continueUri: returnTo });
  if (typeof authUri !== 'string' || typeof sessionId !== 'string')
    throw new GoogleError('auth/internal-error');
  return { address: authUri, sessionId };
}

/**
 * What a visit ended with, as a credential for `signInWithCredential`. `cameBackTo` is the whole address, in which Google
 * put its answer. Throws GoogleError: 'auth/invalid-idp-response' when the person refused.
 */
export async function readGoogleAnswer(cameBackTo: string, sessionId: string): Promise<AuthCredential> {
  const answer = await ask('signInWithIdp', {
    requestUri: emulators() ? answerOfWidget(cameBackTo) : cameBackTo,
    sessionId,
    returnSecureToken: true,
  });
  if (answer.needConfirmation === true)
    throw new GoogleError('auth/account-exists-with-different-credential');
  return new AnsweredCredential(answer);
}

/** Holds tokens that Auth has issued already, where other credentials would be exchanged for them. */
class AnsweredCredential extends AuthCredential {
  override readonly providerId = PROVIDER;
  override readonly signInMethod = PROVIDER;
  readonly #answer: Answer;
  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }
  /** The SDK's own method of every credential, left out of its types. */
  _getIdTokenResponse(): Promise<Answer> {
    return Promise.resolve(this.#answer);
  }
}

type Answer = Readonly<Record<string, unknown>>;

async function ask(method: 'createAuthUri' | 'signInWithIdp', body: object): Promise<Answer> {
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
    throw new GoogleError('auth/network-request-failed', cause);
  }
  if (typeof answer !== 'object' || answer === null) throw new GoogleError('auth/internal-error');
  if (!response.ok) throw new GoogleError(codeOf(answer));
  return { ...answer };
}

/** The server answers `{ error: { message: 'USER_DISABLED : in more words' } }`. */
function codeOf(answer: object): string {
  const error: unknown = Reflect.get(answer, 'error');
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : null;
  const name = typeof message === 'string' ? (message.split(' ')[0] ?? '') : 'internal-error';
  return `auth/${name.toLowerCase().replaceAll('_', '-')}`;
}

/**
 * The emulator's page with made-up Google people. Asked to return as to an app on a phone (`ibi`), it goes to that address
 * followed by `://google/link?deep_link_id=`, which here is behind a #, and needs no frame and no script of Google's.
 */
function widgetVisit(emulator: string, returnTo: string): GoogleVisit {
  const query = new URLSearchParams({
    apiKey: firebaseApp().options.apiKey ?? '',
    authType: 'signInViaRedirect',
    providerId: PROVIDER,
    ibi: `${returnTo}#`,
  });
  return { address: `${emulator}/emulator/auth/handler?${query}`, sessionId: 'not-used-by-the-emulator' };
}

function answerOfWidget(cameBackTo: string): string {
  const link = cameBackTo.split('?deep_link_id=')[1];
  const answer = link && new URL(decodeURIComponent(link)).searchParams.get('link');
  if (!answer) throw new GoogleError('auth/invalid-idp-response');
  return answer;
}
