import { errorSentence, toDataError } from '../../data/data-error.ts';

/** Why a name was not changed, in a sentence. */
export const nameProblem = (cause: unknown): string => {
  const error = toDataError(cause);
  if (error.code === 'too-often')
    return 'You have changed your handle as often as one can in a day. Try again tomorrow.';
  if (error.code === 'not-allowed') return 'You cannot change your name at the moment. Try again later.';
  return errorSentence(error);
};
