import type { FieldPath } from './document.ts';
import { StatusError } from './status.ts';
import { utf8Length } from './utf8.ts';

/** The pseudo field that stands for a document's own name in orders, filters and projections. */
export const NAME_FIELD = '__name__';

const MAX_PATH_BYTES = 1500;
const MAX_TEXT = 4 * MAX_PATH_BYTES;
const SIMPLE_SEGMENT = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const SEGMENT = /([a-zA-Z_][a-zA-Z_0-9]*)|`((?:[^`\\]|(?:\\.))+)`/sy;

/** Parses `` a.`b c`.d ``. Throws INVALID_ARGUMENT, in Google's words, for anything that is not a path, or a path of over 1,500 bytes. */
export function parseFieldPath(text: string): FieldPath {
  if (text === '') throw new StatusError('INVALID_ARGUMENT', 'Invalid empty property path string.');
  // Escapes and quotes make no path that is short enough so long.
  if (text.length > MAX_TEXT) throw tooLong();
  const segments: string[] = [];
  let position = 0;
  for (;;) {
    SEGMENT.lastIndex = position;
    const match = SEGMENT.exec(text);
    if (match === null) throw invalidPath(text);
    segments.push(match[1] ?? (match[2] ?? '').replace(/\\(.)/gs, '$1'));
    position = SEGMENT.lastIndex;
    if (position === text.length) return checkLength(segments);
    if (text[position] !== '.') throw invalidPath(text);
    position += 1;
  }
}

/** The inverse of `parseFieldPath`: quotes only what must be quoted. */
export function formatFieldPath(path: FieldPath): string {
  return path
    .map((segment) => (SIMPLE_SEGMENT.test(segment) ? segment : `\`${segment.replace(/[\\`]/g, '\\$&')}\``))
    .join('.');
}

export function isNameField(path: FieldPath): boolean {
  return path.length === 1 && path[0] === NAME_FIELD;
}

/** Whether both name the same field. */
export function sameFieldPath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}

/** No field lies deeper: stored names count with the path that leads to them. */
function checkLength(path: FieldPath): FieldPath {
  const bytes = path.reduce((sum, segment) => sum + utf8Length(segment) + 1, -1);
  if (bytes <= MAX_PATH_BYTES) return path;
  throw tooLong();
}

function tooLong(): StatusError {
  return new StatusError('INVALID_ARGUMENT', `The property.name is longer than ${MAX_PATH_BYTES} bytes.`);
}

function invalidPath(text: string): StatusError {
  return new StatusError(
    'INVALID_ARGUMENT',
    `Invalid property path "${text}". Unquoted property paths must match regex ([a-zA-Z_][a-zA-Z_0-9]*), ` +
      'and quoted property paths must match regex (`(?:[^`\\\\]|(?:\\\\.))+`)',
  );
}
