import { AuthCredential } from 'firebase/auth';
import type { askAuth } from './auth-request.ts';

type Answer = Awaited<ReturnType<typeof askAuth>>;

/** For `signInWithCredential`: tokens that Auth has issued already, where other credentials would be exchanged for them. */
export class AnsweredCredential extends AuthCredential {
  override readonly providerId: string;
  override readonly signInMethod: string;
  readonly #answer: Answer;

  constructor(providerId: 'google.com' | 'password', answer: Answer) {
    super();
    this.providerId = providerId;
    this.signInMethod = providerId;
    this.#answer = answer;
  }

  /** The SDK's own method of every credential, left out of its types. */
  _getIdTokenResponse(): Promise<Answer> {
    return Promise.resolve(this.#answer);
  }
}
