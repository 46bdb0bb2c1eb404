import { limits } from '@sameboat/model/limits';

/** The hint shows when no more than this many characters are left. */
const NEAR_LIMIT = 400;

/** What to say about the length of a message; null while it is far from the limit. */
export function lengthHint(length: number): { readonly words: string; readonly isTooLong: boolean } | null {
  const left = limits.messageTextMax - length;
  if (left > NEAR_LIMIT) return null;
  if (left >= 0) return { words: `${characters(left)} left`, isTooLong: false };
  return {
    words: `${characters(-left)} too many. Shorten it, or send it as two messages.`,
    isTooLong: true,
  };
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}
