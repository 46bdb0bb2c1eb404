import type { AuthCredential } from 'firebase/auth';
import { AnsweredCredential } from './answered-credential.ts';
import { emulators, firebaseApp } from './app.ts';
import { AuthRequestError, askAuth } from './auth-request.ts';

/*
 * Google sign-in by Auth's REST interface and a whole-page redirect, in place of the SDK's pop-up and redirect, which load
 * Google's scripts and frames into the page (docs/decisions/0035-google-without-googles-scripts.md).
 */

const PROVIDER = 'google.com';

export interface GoogleVisit {
  /** Where the person chooses their Google account. */
  readonly address: string;
  /** Proves, when they come back, that this browser asked. */
  readonly sessionId: string;
}

/** Prepares a visit to Google that ends at `returnTo`, an address of this app without a query. Throws AuthRequestError. */
export async function prepareGoogleVisit(returnTo: string): Promise<GoogleVisit> {
  const local = emulators()?.auth;
  if (local) return widgetVisit(`http://${local.host}:${local.port}`, returnTo);
  const { authUri, sessionId } = await askAuth('createAuthUri', {
    providerId: PROVIDER,
    continueUri: returnTo,
  });
  if (typeof authUri !== 'string' || typeof sessionId !== 'string')
    throw new AuthRequestError('auth/internal-error');
  return { address: authUri, sessionId };
}

/**
 * What a visit ended with, as a credential for `signInWithCredential`. `cameBackTo` is the whole address, in which Google
 * put its answer. Throws AuthRequestError: 'auth/invalid-idp-response' when the person refused.
 */
export async function readGoogleAnswer(cameBackTo: string, sessionId: string): Promise<AuthCredential> {
  const answer = await askAuth('signInWithIdp', {
    requestUri: emulators() ? answerOfWidget(cameBackTo) : cameBackTo,
    sessionId,
    returnSecureToken: true,
  });
  if (answer.needConfirmation === true)
    throw new AuthRequestError('auth/account-exists-with-different-credential');
  return new AnsweredCredential(PROVIDER, answer);
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
  if (!answer) throw new AuthRequestError('auth/invalid-idp-response');
  return answer;
}
