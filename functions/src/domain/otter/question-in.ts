/**
 * What somebody asks Otter: what follows "Hey Otter" at the start of a message. Null for every other message; empty when
 * nothing follows.
 */
export function questionIn(text: string): string | null {
  const call = /^\s*hey[ \t]+otter(?![\p{L}\p{M}\p{N}_])(?:[\s,;:.!?–—]|-(?=\s)){0,20}/iu.exec(text);
  return call ? text.slice(call[0].length).trim() : null;
}
