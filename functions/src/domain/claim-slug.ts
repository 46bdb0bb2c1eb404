import { slugOf, withoutMarks } from '@sameboat/model/slug';
import unhomoglyph from 'unhomoglyph';

/**
 * The slug under which a community's name is claimed: `slugOf`, with every word read as ASCII that can be read so
 * wholly ("Вегlin", half of it in Cyrillic letters, is "berlin"), by the confusables of UTS #39. Other words keep their
 * own letters. For ASCII names it is `slugOf`.
 */
export function claimSlug(name: string): string {
  const words = withoutMarks(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return slugOf(words.map(readWord).join(' ')) || slugOf(name);
}

/** As it is written, in capitals, or in small letters: what can be read in one of them is the same name in all. */
function readWord(word: string): string {
  for (const form of [word, word.toUpperCase(), word.toLowerCase()]) {
    const letters = [...form].map(readLetter);
    if (!letters.includes(null)) return letters.join('');
  }
  return word;
}

/** What a letter looks like in ASCII; null when it looks like nothing there. */
function readLetter(letter: string): string | null {
  if (/^[\0-\x7f]$/.test(letter)) return letter;
  const look = unhomoglyph(letter.normalize('NFD')).normalize('NFKD');
  // A stroke through a Latin letter ("ł") is read past as an accent is; one through a Greek letter makes it another.
  const plain = /\p{sc=Latin}/u.test(letter) ? look.replace(/\p{M}/gu, '') : look;
  // UTS #39 shows "m" as "rn" and "I" as "l", as those look alike too. Here the first of each is meant.
  if (plain === 'rn') return 'm';
  if (plain === 'l' && letter !== letter.toLowerCase()) return 'I';
  if (/^['`]+$/.test(plain)) return '';
  return /^[A-Za-z0-9]+$/.test(plain) ? plain : null;
}
