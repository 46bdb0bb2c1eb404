import { foldText } from '@sameboat/model/fold-text';

/** A run of letters, numbers and their marks. */
const word = /[\p{Letter}\p{Number}\p{Mark}]+/gu;

/** Scripts that are written without spaces between words. */
const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;

/**
 * What a text is found by, and what is looked for: its words, folded. A script without spaces is cut into pairs of
 * characters and the last one alone, so that any part of a sentence is found.
 */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ folded, isSpaceless }) => (isSpaceless ? pairsOf(folded) : [folded]));
}

export interface FoundWord {
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly isSpaceless: boolean;
}

/** The words of a text in order; a run in a script without spaces is one word. */
export function wordsOf(text: string): FoundWord[] {
  const words: FoundWord[] = [];
  for (const { 0: run, index } of text.matchAll(word)) {
    let end = 0;
    const add = (from: number, to: number, isSpaceless: boolean) => {
      const folded = foldText(run.slice(from, to)).normalize('NFKC');
      if (folded !== '') words.push({ start: index + from, end: index + to, folded, isSpaceless });
    };
    for (const { 0: part, index: at } of run.matchAll(spaceless)) {
      add(end, at, false);
      end = at + part.length;
      add(at, end, true);
    }
    add(end, run.length, false);
  }
  return words;
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}
