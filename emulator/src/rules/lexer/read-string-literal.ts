import type { SyntaxProblem } from './syntax-problem.ts';

/** The escapes of the Common Expression Language, whose decoder Google's compiler uses (firebase-tools #1178). */
const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '?': '?',
};

/**
 * Reads the string literal whose quote stands at `start`; `end` is the offset behind its closing quote. An escape
 * that is none is refused: silently keeping or dropping the backslash would change what a regular expression means.
 */
export function readStringLiteral(
  source: string,
  start: number,
  problem: (message: string, offset: number) => SyntaxProblem,
): { value: string; end: number } {
  const quote = source[start];
  let value = '';
  let at = start + 1;
  while (source[at] !== quote) {
    const char = source[at];
    if (char === undefined || char === '\n') throw problem('Unterminated string literal.', start);
    if (char !== '\\') {
      value += char;
      at += 1;
      continue;
    }
    const read = readEscape(source, at + 1);
    if (read === null) throw problem(`Invalid escape sequence '\\${source[at + 1] ?? ''}'.`, at);
    value += read.value;
    at = read.end;
  }
  return { value, end: at + 1 };
}

/** `at` is the offset behind the backslash. */
function readEscape(source: string, at: number): { value: string; end: number } | null {
  const char = source[at] ?? '';
  const simple = simpleEscapes[char];
  if (simple !== undefined) return { value: simple, end: at + 1 };
  const octal = /^[0-3][0-7]{2}/.exec(source.slice(at, at + 3))?.[0];
  if (octal !== undefined) return { value: String.fromCharCode(Number.parseInt(octal, 8)), end: at + 3 };
  const digits = { u: 4, x: 2, X: 2, U: 8 }[char];
  if (digits === undefined) return null;
  const hex = source.slice(at + 1, at + 1 + digits);
  const codePoint = Number.parseInt(hex, 16);
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex) || codePoint > 0x10ffff) return null;
  return { value: String.fromCodePoint(codePoint), end: at + 1 + digits };
}
