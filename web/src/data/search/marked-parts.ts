import { wordsOf } from './search-terms.ts';

export interface MarkedPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How much of a message stands before the first match, in UTF-16 code units. */
const BEFORE = 40;
const LENGTH = 160;

/** A piece of a text around its first match, cut at words, with the matches apart. */
export function markedParts(text: string, wanted: string): readonly MarkedPart[] {
  const matches = matchesIn(text, wanted);
  const first = matches[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : afterSpace(text, first - BEFORE, first);
  const to = text.length - from <= LENGTH ? text.length : beforeSpace(text, from + LENGTH);
  const parts: MarkedPart[] = [];
  const add = (start: number, end: number, isMatch: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end), isMatch });
  };
  let at = from;
  for (const { start, end } of matches) {
    if (end > to) break;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return [
    ...(from > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function matchesIn(text: string, wanted: string): readonly Range[] {
  const sought = wordsOf(wanted);
  return wordsOf(text).flatMap((word) => {
    for (const { folded, isSpaceless } of sought) {
      if (isSpaceless && word.isSpaceless) {
        const at = word.folded.indexOf(folded);
        if (at < 0) continue;
        // Folding may change how long a run is; then all of it is marked.
        const isSameLength = word.folded.length === word.end - word.start;
        const start = word.start + at;
        return isSameLength ? [{ start, end: start + folded.length }] : [word];
      }
      if (!isSpaceless && !word.isSpaceless && word.folded.startsWith(folded)) return [word];
    }
    return [];
  });
}

function afterSpace(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/u);
  return space < 0 ? whole(text, at) : at + space + 1;
}

function beforeSpace(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - BEFORE ? space : whole(text, at);
}

/** Not between the two halves of one character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
