/*
 * A mention in a message's `text` is a name between isolates: U+2068 "@Ada" U+2069. The n-th of them belongs to the n-th
 * of `mentions`. See docs/decisions/0052-mentions.md.
 */
const start = '\u2068';
const end = '\u2069';
const isolates = /[\u2066-\u2069]/gu;
const written = /\u2068@([^\u2066-\u2069]*)\u2069/gu;

/** Where a mention is among words that somebody is writing: from its "@" to the end of the name. */
export interface MentionSpan {
  readonly start: number;
  readonly end: number;
  /** A uid; in a match an alias. */
  readonly id: string;
}

/** Words as they are in a field, without isolates. The spans are in order and never overlap. */
export interface MentionedText {
  readonly text: string;
  readonly spans: readonly MentionSpan[];
}

export const noWords: MentionedText = { text: '', spans: [] };

/** A piece of a stored message. `name` is what the author's app called the person then. */
export type MentionPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly id: string; readonly name: string };

/** The text without the isolates U+2066 to U+2069: for previews, for copying, and for what people type or paste. */
export function withoutIsolates(text: string): string {
  return text.replace(isolates, '');
}

/** The pieces of a stored message, in order. A name for which `mentions` has no id is text. */
export function mentionParts(text: string, mentions: readonly string[]): readonly MentionPart[] {
  if (mentions.length === 0) return [{ kind: 'text', text }];
  const parts: MentionPart[] = [];
  let from = 0;
  let count = 0;
  for (const match of text.matchAll(written)) {
    const id = mentions[count];
    if (id === undefined) break;
    count += 1;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'mention', id, name: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The text and the mentions of a message to store, without blanks around it. */
export function toStoredText({ text, spans }: MentionedText): { text: string; mentions: readonly string[] } {
  let stored = '';
  let from = 0;
  for (const span of spans) {
    stored += text.slice(from, span.start) + start + text.slice(span.start, span.end) + end;
    from = span.end;
  }
  return { text: (stored + text.slice(from)).trim(), mentions: spans.map(({ id }) => id) };
}

/** How long the text will be once it is stored, in UTF-16 code units, blanks around it included. */
export function storedLength({ text, spans }: MentionedText): number {
  return text.length + 2 * spans.length;
}

/** A stored message as words to edit. */
export function fromStoredText(text: string, mentions: readonly string[]): MentionedText {
  let words = '';
  const spans: MentionSpan[] = [];
  for (const part of mentionParts(text, mentions)) {
    const piece = withoutIsolates(part.kind === 'text' ? part.text : `@${part.name}`);
    if (part.kind === 'mention') {
      spans.push({ start: words.length, end: words.length + piece.length, id: part.id });
    }
    words += piece;
  }
  return { text: words, spans };
}

/**
 * The words after somebody changed them to `text`, with the cursor at `caret`. Mentions move with the words around them;
 * one that was itself changed is no longer a mention.
 */
export function editWords(before: MentionedText, text: string, caret: number): MentionedText {
  const clean = withoutIsolates(text);
  if (before.spans.length === 0) return { text: clean, spans: [] };
  const cursor = withoutIsolates(text.slice(0, caret)).length;
  const { from, oldEnd } = changeBetween(before.text, clean, cursor);
  const shift = clean.length - before.text.length;
  const spans = before.spans.flatMap((span) => {
    if (span.end <= from) return [span];
    return span.start >= oldEnd ? [{ ...span, start: span.start + shift, end: span.end + shift }] : [];
  });
  return { text: clean, spans };
}

/** The part of `before` that was replaced: what is behind the cursor is, after most changes, as it was. */
function changeBetween(before: string, after: string, caret: number): { from: number; oldEnd: number } {
  const shorter = Math.min(before.length, after.length);
  const behind = after.length - caret;
  let tail = behind <= shorter && before.endsWith(after.slice(caret)) ? behind : 0;
  const limit = tail === behind ? Math.min(shorter - tail, caret) : shorter;
  let from = 0;
  while (from < limit && before[from] === after[from]) from += 1;
  if (tail !== behind) {
    while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  }
  return { from, oldEnd: before.length - tail };
}

/** The words with a mention in the place of `place`, a blank after it, and the cursor behind that. */
export function insertMention(
  words: MentionedText,
  place: { readonly start: number; readonly end: number },
  person: { readonly id: string; readonly name: string },
): { readonly words: MentionedText; readonly caret: number } {
  const name = `@${person.name}`;
  const after = words.text.slice(place.end);
  const blank = /^\s/u.test(after) ? '' : ' ';
  const text = words.text.slice(0, place.start) + name + blank + after;
  const shift = text.length - words.text.length;
  const spans = [
    ...words.spans.filter((span) => span.end <= place.start),
    { start: place.start, end: place.start + name.length, id: person.id },
    ...words.spans
      .filter((span) => span.start >= place.end)
      .map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })),
  ];
  return { words: { text, spans }, caret: place.start + name.length + 1 };
}
