export interface LengthNote {
  words: string;
  /** Too many. */
  over: boolean;
}

/**
 * How many characters are left of `limit`, once few are, or how many are too many; null before that. Characters as
 * people count them, so that an emoji is one.
 */
export function lengthNote(text: unknown, limit: number | undefined): LengthNote | null {
  if (limit === undefined || typeof text !== 'string') return null;
  const left = limit - [...text.trim()].length;
  if (left < 0) return { words: `${characters(-left)} too many`, over: true };
  return left <= Math.min(50, Math.ceil(limit / 5))
    ? { words: `${characters(left)} left`, over: false }
    : null;
}

const characters = (count: number) => (count === 1 ? '1 character' : `${count} characters`);
