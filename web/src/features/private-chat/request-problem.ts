import { type DataErrorCode, errorSentence } from '../../data/data-error.ts';
import type { RequestRefusal } from '../../data/find-request-refusal.ts';

const refusals: Readonly<Record<RequestRefusal, string>> = {
  withdrawn:
    'You cannot start private chats at the moment. A moderator decided this. You can still write in your communities.',
  gone: 'This person has left Sameboat. Nobody would read this.',
  unknown: 'This was not sent. Load the page again, then try once more.',
};

/** Why a request was not sent and what to do, in a sentence. What was typed stays. */
export function requestProblem(code: DataErrorCode, refusal: RequestRefusal): string {
  if (code === 'not-allowed') return refusals[refusal];
  if (code === 'too-often')
    return 'You have asked 20 people since yesterday, as many as one can in a day. Try again tomorrow. What you wrote is kept.';
  return errorSentence({ code });
}
