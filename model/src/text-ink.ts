import { blankCharacters } from './text-name.ts';
import { fromRe2 } from './text-pattern.ts';

/**
 * Text that shows something: a letter, a number, a sign or an emoji among whatever else. Stands as it is in
 * firestore.rules, in `hasInk`. Joiners are allowed: Persian and joined emoji need them.
 */
export const inkPattern =
  '(?s).*[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{M}\\x{2065}\\x{fff0}-\\x{fff8}\\x{13430}-\\x{13440}\\x{e0000}-\\x{e0fff}' +
  `${blankCharacters}].*`;

const ink = fromRe2(inkPattern);

/** Whether a reader would see anything at all. */
export function hasInk(text: string): boolean {
  return ink.test(text);
}
