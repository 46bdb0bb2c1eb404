/** JSON text as ProtoJSON reads it: no number loses digits on the way. */
import { invalidPayload } from './invalid-payload.ts';

/** What a number looks like that may not survive as a double, or not with the same spelling. */
const DELICATE = /[:,[\s](?:-?\d{16}|-?\d+[.eE]|-0)/;
const NUMBER = /-?\d[\d.eE+-]*/y;

/**
 * Parses JSON text; no text at all is the empty message. A number that a double does not give back as it was written
 * comes out as text, which ProtoJSON takes in its place. Throws INVALID_ARGUMENT.
 */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(DELICATE.test(text) ? quoteDelicateNumbers(text) : text);
  } catch {
    throw invalidPayload();
  }
}

function quoteDelicateNumbers(text: string): string {
  let quoted = '';
  let taken = 0;
  let position = 0;
  while (position < text.length) {
    const unit = text[position] ?? '';
    if (unit === '"') {
      position = endOfString(text, position);
    } else if (unit === '-' || (unit >= '0' && unit <= '9')) {
      NUMBER.lastIndex = position;
      const number = NUMBER.exec(text)?.[0] ?? unit;
      if (String(Number(number)) !== number && isJsonNumber(number)) {
        quoted += `${text.slice(taken, position)}"${number}"`;
        taken = position + number.length;
      }
      position += number.length;
    } else position += 1;
  }
  return quoted + text.slice(taken);
}

/** After the closing quote of the string that opens at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, position: number): boolean {
  let backslashes = 0;
  while (text[position - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** What is no number stays as it is, for the parser to refuse. */
function isJsonNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
