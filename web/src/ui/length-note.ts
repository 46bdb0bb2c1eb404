/**
 * How many characters are left of `limit`, once few are, or how many are too many; null before that. Characters as
 * people count them, so that an emoji is one.
 */
export function lengthNote(text: unknown, limit: number | undefined): string | null {
  if (limit === undefined || typeof text !== 'string') return null;
  const left = limit - [...text.trim()].length;
  if (left < 0) return left === -1 ? '1 character too many' : `${-left} characters too many`;
  if (left > Math.min(50, Math.ceil(limit / 5))) return null;
  return left === 1 ? '1 character left' : `${left} characters left`;
}
