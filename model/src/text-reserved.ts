import { everyRe2, fromRe2 } from './text-pattern.ts';

/*
 * Names and handles that would pass for Otter or for the people who run Sameboat: docs/decisions/0024-names.md.
 * The exported patterns stand as they are in firestore.rules; a rules test compares the texts.
 */

/** Characters that are read as a letter, apart from its capital: digits, signs, accents, and other scripts' letters. */
const looks: Readonly<Record<string, string>> = {
  a: '4@à-åā-ąạ-ặαάаӑɑᴀａꭺ',
  b: '8ьвβʙｂ',
  c: 'çć-čсϲᴄｃ',
  d: 'ď-đḍԁɗᴅｄꭰ',
  e: '3€è-ëē-ěẹ-ệеёєέεᴇｅꭼ',
  f: 'ƒꜰｆ',
  h: 'ĥ-ħнηһћʜｈꮋ',
  i: '1l|!ì-ïĩ-ıỉ-ịіїιίӏɪｉꭵ',
  l: '1i|!ĺ-łіӏʟｌ',
  m: 'ṁмμᴍｍꮇ',
  n: 'ñń-ŉνпոɴｎ',
  o: '0ò-öøō-őơọ-ợοόσоօᴏｏ',
  p: 'þрρᴘｐꮲ',
  r: 'ŕ-řгʀｒꮢꭇ',
  s: '5$ś-šșѕꜱｓꮪʂ',
  t: '7ţ-ŧțтτᴛｔꭲ',
  u: 'ù-üũ-ųưụ-ựυսᴜｕ',
  v: 'νѵᴠｖ',
  y: 'ýÿŷỳ-ỹуγүʏｙ',
};

const spell = (word: string) =>
  [...word].map((letter) => (letter === ' ' ? ' ' : `[${letter}${looks[letter] ?? ''}]`)).join('');
const anyOf = (words: readonly string[]) => words.map(spell).join('|');

const admin = `${spell('admin')}(?:${spell('istrator')})?${spell('s')}?`;
const mod = `${spell('mod')}(?:${spell('erator')})?${spell('s')}?`;
const after = `(?:${['bot', 'team', 'staff', 'support', 'admin', 'mod', 'official'].join('|')})*`;
const sameboat = `${spell('sameboat')}\\p{L}*`;

/** Cuts a name into words for the two patterns below: marks go, then whatever is no letter or number is a blank. */
export const reservedMarks = '\\p{M}+';
export const reservedGaps = '[^\\p{L}\\p{N}@$|!€]+';
/** Or takes out what stands between its letters ("O.t.t.e.r"). */
export const reservedSigns = '[^\\p{L}\\p{N}@$|!€ ]+';
/** A name of single letters ("O t t e r"), whose blanks go. */
export const reservedSpelled = ' ?[^ ](?: [^ ])* ?';

/**
 * For people: a staff word as a word anywhere, Otter as the first word (it is a surname too), "sameboat" at the start
 * of a word, and a few ordinary words alone.
 */
export const reservedPersonName =
  `(?i)(?:.*[^\\p{L}])?(?:(?:${admin}|${mod}|${anyOf(['staff', 'support', 'official', 'helpline'])})${after}|${sameboat})(?:[^\\p{L}].*)?` +
  `|[^\\p{L}]*(?:(?:the|hey|real|your|our|mr|ms)[^\\p{L}]+)?${spell('otter')}${after}(?:[^\\p{L}].*)?` +
  `|[^\\p{L}]*(?:${anyOf(['root', 'system', 'team', 'help', 'crisis', 'same boat'])})[^\\p{L}]*`;

/**
 * For communities, chats and circles: Otter, Sameboat, admins, moderators and "official" as the first word; the words
 * that ordinary groups use too ("Support for carers") only alone or before a word such as "team".
 */
export const reservedGroupName =
  '(?i)[^\\p{L}]*(?:(?:the|real|your|our)[^\\p{L}]+)?(?:' +
  `(?:(?:${spell('otter')}|${admin}|${spell('moderator')}${spell('s')}?|${spell('official')})${after}|${sameboat})(?:[^\\p{L}].*)?|` +
  `(?:${anyOf(['staff', 'support', 'help', 'helpline', 'crisis', 'system', 'root', 'team', 'same boat', 'mod', 'mods'])})` +
  '[^\\p{L}]*(?:(?:team|staff|desk|room|line|help|helpline|support|bot|admin|mod|official)s?[^\\p{L}]*)?)';

const handleLooks: Readonly<Record<string, string>> = {
  a: '4',
  b: '8',
  e: '3',
  i: '1l',
  l: '1i',
  o: '0',
  s: '5',
  t: '7',
};
const write = (word: string, gap: string) =>
  [...word].map((letter) => `[${letter}${handleLooks[letter] ?? ''}]`).join(gap);

/**
 * Handles: a reserved word followed by the end, a digit or an underscore, digits for its letters and underscores between
 * them included; with letters after it, it is another word ("otterson"). "sameboat" is refused wherever it stands, and
 * "same_boat" at the start.
 */
export const reservedHandle = (() => {
  const long = (word: string) => write(word, '_*');
  const strong = `${long('otter')}|${long('admin')}(?:_*${long('istrator')})?[s5]?|${write('mod', '')}[s5]?|${long('moderator')}[s5]?|${['staff', 'support', 'official', 'helpline'].map(long).join('|')}`;
  const weak = ['help', 'crisis', 'team', 'root', 'system'].map((word) => write(word, '')).join('|');
  const tail = `(?:_*(?:bot|team|staff|support|admin|mod|official))*`;
  return (
    `(?:[a-z0-9_]*[0-9_])?(?:${strong})${tail}(?:[0-9_][a-z0-9_]*)?|(?:${weak})(?:[0-9_][a-z0-9_]*)?` +
    `|${long('sameboat')}[a-z0-9_]*|[a-z0-9_]*${write('sameboat', '')}[a-z0-9_]*`
  );
})();

const marks = everyRe2(reservedMarks);
const gaps = everyRe2(reservedGaps);
const signs = everyRe2(reservedSigns);
const spelled = fromRe2(reservedSpelled);
const personName = fromRe2(reservedPersonName);
const groupName = fromRe2(reservedGroupName);
const handlePattern = fromRe2(reservedHandle);

function isReserved(name: string, pattern: RegExp): boolean {
  const words = name.replace(marks, '').replace(gaps, ' ');
  return (
    pattern.test(words) ||
    pattern.test(name.replace(signs, '')) ||
    (spelled.test(words) && pattern.test(words.replaceAll(' ', '')))
  );
}

/** Whether a person of this name would pass for Otter or for staff. */
export function isReservedPersonName(name: string): boolean {
  return isReserved(name, personName);
}

/** Whether a community, chat or circle of this name would pass for one of Sameboat's own. */
export function isReservedGroupName(name: string): boolean {
  return isReserved(name, groupName);
}

/** Whether a well-formed handle would pass for Otter or for staff. */
export function isReservedHandle(handle: string): boolean {
  return handlePattern.test(handle);
}
