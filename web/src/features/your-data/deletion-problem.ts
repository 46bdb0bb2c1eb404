import { type AccountErrorCode, toAccountError } from '../../data/session/account-error.ts';

const sentences: Partial<Record<AccountErrorCode, string>> = {
  'too-many-tries': 'There were too many tries in a short time. Wait a few minutes, then try again.',
  'account-disabled': 'A moderator has closed this account, so your password cannot be checked any more.',
  offline: 'We could not reach the server. Nothing was deleted. Check your connection, then try again.',
};

/** What to say about a deletion that failed, and under which field. */
export function deletionProblem(error: unknown): { password: string } | { form: string } {
  const { code } = toAccountError(error);
  if (code === 'wrong-password') return { password: 'That is not your password. Try again.' };
  return { form: sentences[code] ?? 'Something went wrong on our side. Try again in a moment.' };
}
