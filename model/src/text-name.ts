import { fromRe2 } from './text-pattern.ts';

/*
 * What a name may be made of: docs/decisions/0024-names.md. The three patterns stand as they are in firestore.rules,
 * in `isName`; a rules test compares the texts. JavaScript and RE2 must give one verdict on every name, so they use
 * nothing in which the two differ: emoji and scripts are ranges of code points, and no unassigned code point is
 * allowed outside the blocks of emoji.
 */

/** Characters that take up room or none, and show nothing. Inside a character class. */
export const blankCharacters =
  '\\x{34f}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{2800}\\x{3164}\\x{fe00}-\\x{fe0e}\\x{ffa0}\\x{fffc}' +
  '\\x{13441}\\x{13442}\\x{1d159}\\x{e0100}-\\x{e01ef}';

/** Circled, squared and mathematical letters: they spell a name that a screen reader cannot read. */
const styledLetters = '\\x{249c}-\\x{24e9}\\x{1d400}-\\x{1d7ff}\\x{1f110}-\\x{1f189}';

const flagLetter = '[\\x{1f1e6}-\\x{1f1ff}]';

/** What an emoji can begin with; whatever else is in these ranges is a visible sign. */
const emoji =
  '\\x{a9}\\x{ae}\\x{203c}\\x{2049}\\x{2122}\\x{2139}\\x{2194}-\\x{21aa}\\x{231a}-\\x{23ff}\\x{25aa}-\\x{27bf}\\x{2934}' +
  '\\x{2935}\\x{2b05}-\\x{2b55}\\x{3030}\\x{303d}\\x{3297}\\x{3299}\\x{1f000}-\\x{1f10f}\\x{1f18a}-\\x{1f1e5}\\x{1f200}-\\x{1faff}';

const latin =
  'A-Za-z\\x{aa}\\x{ba}\\x{c0}-\\x{d6}\\x{d8}-\\x{f6}\\x{f8}-\\x{2b8}\\x{1d00}-\\x{1dbf}\\x{1e00}-\\x{1eff}' +
  '\\x{2c60}-\\x{2c7f}\\x{a722}-\\x{a7ff}\\x{ab30}-\\x{ab6f}\\x{fb00}-\\x{fb06}\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}';
const greek = '\\x{370}-\\x{3ff}\\x{1f00}-\\x{1fff}';
const cyrillic =
  '\\x{400}-\\x{481}\\x{48a}-\\x{52f}\\x{1c80}-\\x{1c8f}\\x{a640}-\\x{a66e}\\x{a680}-\\x{a69d}';
/** Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu: scripts with letters that look like Latin ones. */
const likeLatin = `${greek}${cyrillic}\\x{531}-\\x{587}\\x{13a0}-\\x{13fd}\\x{ab70}-\\x{abbf}\\x{2c80}-\\x{2cff}\\x{a4d0}-\\x{a4fd}`;

/** Accents that go on any letter. */
const accent = '[\\x{300}-\\x{34e}\\x{350}-\\x{36f}\\x{483}-\\x{487}\\x{1dc0}-\\x{1dff}]';
const inWord = '[\\p{L}\\p{M}\\p{N}]';

/** A letter or number somewhere, and nothing but blanks, letters, marks, numbers, signs, emoji and the joiner. */
export const nameCharacters = (() => {
  const any = '[ \\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\x{200d}\\x{1f000}-\\x{1faff}]*';
  return `${any}[\\p{L}\\p{N}]${any}`;
})();

/** Words with one blank between them, of plain characters, emoji (joined by U+200D or not), keycaps and flags. */
export const nameShape = (() => {
  const plain = `[^ \\x{200d}\\x{fe0f}\\x{20e3}\\x{1f1e6}-\\x{1f1ff}${blankCharacters}${styledLetters}${emoji}]`;
  const oneEmoji = `[${emoji}]\\x{fe0f}?`;
  const unit = `(?:${plain}|${oneEmoji}(?:\\x{200d}${oneEmoji})*|[0-9#*]\\x{fe0f}?\\x{20e3}|${flagLetter}{2})`;
  return `${unit}+(?: ${unit}+)*`;
})();

/**
 * What no name may have: three accents or marks in a row on a Latin, Greek or Cyrillic letter, six on any other, a
 * mark with nothing under it, more than two flags in a row, and a word that mixes Latin letters with lookalikes.
 */
export const nameRefused = (() => {
  const mixed = `[${latin}]${inWord}*[${likeLatin}]|[${likeLatin}]${inWord}*[${latin}]`;
  const piled = `${accent}{3}|[${latin}${greek}${cyrillic}]\\p{M}{3}|\\p{M}{6}`;
  return `(?:.* )?\\p{M}.*|.*(?:${piled}|${flagLetter}{5}|${mixed}).*`;
})();

const characters = fromRe2(nameCharacters);
const shape = fromRe2(nameShape);
const refused = fromRe2(nameRefused);

/** Whether `text` can be a name, its length and who it is kept for aside. Meant for short text: at most 100 characters. */
export function isNameText(text: string): boolean {
  return characters.test(text) && shape.test(text) && !refused.test(text);
}
