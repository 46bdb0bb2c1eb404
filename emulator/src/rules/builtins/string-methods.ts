import { formatFloat } from '../values/format-number.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { type Builtin, method, overload } from './builtin.ts';
import { matches, replaceAll, split } from './regular-expressions.ts';

const encoder = new TextEncoder();

export const stringMethods: readonly Builtin[] = [
  method(
    'size',
    'How many UTF-16 code units.',
    overload(['string'], 'int', (text) => BigInt(text.length)),
  ),
  method(
    'lower',
    'In lower case.',
    overload(['string'], 'string', (text) => text.toLowerCase()),
  ),
  method(
    'upper',
    'In upper case.',
    overload(['string'], 'string', (text) => text.toUpperCase()),
  ),
  method(
    'trim',
    'Without blanks and control characters at either end.',
    overload(['string'], 'string', (text) => text.replace(/^[\0- ]+|[\0- ]+$/g, '')),
  ),
  method(
    'matches',
    'Whether an RE2 pattern matches the whole.',
    overload(['string', 'string'], 'bool', matches),
  ),
  method(
    'replace',
    'Every match of an RE2 pattern replaced; `$1` is a group.',
    overload(['string', 'string', 'string'], 'string', replaceAll),
  ),
  method('split', 'Cut at every match of an RE2 pattern.', overload(['string', 'string'], 'list', split)),
  method(
    'toUtf8',
    'The bytes of its UTF-8 form.',
    overload(['string'], 'bytes', (text) => encoder.encode(text)),
  ),
];

export const bytesMethods: readonly Builtin[] = [
  method(
    'size',
    'How many bytes.',
    overload(['bytes'], 'int', (bytes) => BigInt(bytes.length)),
  ),
  method('toBase64', 'In URL-safe base64, padded.', overload(['bytes'], 'string', toBase64)),
  method(
    'toHexString',
    'In upper-case hexadecimal digits.',
    overload(['bytes'], 'string', (bytes) => Buffer.from(bytes).toString('hex').toUpperCase()),
  ),
];

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** What `string()` and `join()` make of a value; null when it has no string form. */
export function toText(value: RulesValue): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return formatFloat(value);
    case 'bigint':
    case 'boolean':
      return String(value);
  }
  if (value === null) return 'null';
  return value instanceof RulesPath ? value.toString() : null;
}
