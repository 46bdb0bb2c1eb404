/** Letters that Unicode does not take apart into a letter and a mark, as people type them on another keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** A text without case, accents and other marks, so that "Étienne" and "etienne" are the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœıħ]/gu, (letter) => plainLetters[letter] ?? letter);
}
