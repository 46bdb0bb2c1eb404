/**
 * Values as strings whose plain `<` is Firestore's total order. An index then needs one string comparison an
 * entry, whatever the types, and a range of values is a range of strings.
 *
 * Each encoding starts with a unit that stands for the type and is prefix-free, so encodings can be joined into
 * the key of several fields. Variable parts end with unit 0; units 0 and 1 inside them are escaped. Everything
 * below U+0100 stays one byte a unit in V8, which keeps the keys small.
 */
import type { FieldPath } from './document.ts';
import { numericId } from './document-name.ts';
import type { GeoPoint } from './geo-point.ts';
import type { Reference } from './reference.ts';
import type { Timestamp } from './timestamp.ts';
import { isVector, TYPE_ORDER, typeOrder } from './type-order.ts';
import { codePointRank, compareUtf8 } from './utf8.ts';
import type { MapValue, Value } from './value.ts';

export const END = '\u0000';
const NUMERIC_SEGMENT = '\u0001';
const NAMED_SEGMENT = '\u0002';
const ENTRY = '\u0001';
/** Seconds from 0001-01-01 to 1970-01-01: makes every timestamp's seconds positive. */
const SECONDS_BEFORE_1970 = 62_135_596_800;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the units that must be escaped
const NEEDS_ESCAPE = /[\u0000\u0001\ud800-\uffff]/;

export function orderKey(value: Value): string {
  const type = typeOrder(value);
  return String.fromCharCode(type) + body(type, value);
}

/** The first key of a type, and the first key after it: the bounds of a range filter without a limit of its own. */
export function typeBounds(value: Value): { readonly from: string; readonly to: string } {
  const type = typeOrder(value);
  return { from: String.fromCharCode(type), to: String.fromCharCode(type + 1) };
}

/** The key of a document or collection path, or of some of its segments. Parents sort before their children. */
export function pathKey(path: string): string {
  return path === '' ? END : `${segmentsKey(path)}${END}`;
}

/** Without the end mark: every descendant's key starts with it. */
export function segmentsKey(path: string): string {
  let key = '';
  for (const segment of path.split('/')) key += segmentKey(segment);
  return key;
}

export function segmentKey(segment: string): string {
  const number = numericId(segment);
  return number === null ? NAMED_SEGMENT + textKey(segment) : NUMERIC_SEGMENT + numberKey(number);
}

/** Turns an encoding around: `invert(a) < invert(b)` exactly when `b < a`, for encodings of which none starts another. */
export function invertKey(key: string): string {
  let inverted = '';
  for (let index = 0; index < key.length; index += 1) {
    inverted += String.fromCharCode(0xffff - key.charCodeAt(index));
  }
  return inverted;
}

/** A stable name for a field path, for use in maps and index shapes. */
export function fieldKey(path: FieldPath): string {
  return path.length === 1 ? (path[0] ?? '') : JSON.stringify(path);
}

function body(type: number, value: Value): string {
  switch (type) {
    case TYPE_ORDER.boolean:
      return value === true ? '\u0001' : END;
    case TYPE_ORDER.number:
      return numberKey(value as number | bigint);
    case TYPE_ORDER.timestamp:
      return timestampKey(value as Timestamp);
    case TYPE_ORDER.string:
      return textKey(value as string);
    case TYPE_ORDER.bytes:
      return textKey(Buffer.from(value as Uint8Array).toString('latin1'));
    case TYPE_ORDER.reference:
      return pathKey((value as Reference).name);
    case TYPE_ORDER.geoPoint:
      return doubleKey((value as GeoPoint).latitude) + doubleKey((value as GeoPoint).longitude);
    case TYPE_ORDER.array:
      return (value as readonly Value[]).map(orderKey).join('') + END;
    case TYPE_ORDER.vector:
      return vectorKey(value as MapValue);
    case TYPE_ORDER.map:
      return mapKey(value as MapValue);
    default:
      return '';
  }
}

function textKey(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text + END;
  let key = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    key += unit < 2 ? String.fromCharCode(1, unit + 1) : String.fromCharCode(codePointRank(unit));
  }
  return key + END;
}

/**
 * Integers and doubles in one exact order: the nearest double not above the number, then how far the number is
 * above it (less than 1,024 for 64-bit integers, 0 for doubles).
 */
function numberKey(value: number | bigint): string {
  if (typeof value === 'number') return doubleKey(value) + END;
  let below = Number(value);
  if (Number.isSafeInteger(below)) return doubleKey(below) + END;
  if (BigInt(below) > value) below = previousDouble(below);
  return doubleKey(below) + String.fromCharCode(Number(value - BigInt(below)));
}

function previousDouble(value: number): number {
  double[0] = value;
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n);
  return double[0] ?? 0;
}

function doubleKey(value: number): string {
  double[0] = value === 0 ? 0 : value;
  let low = halves[0] ?? 0;
  let high = halves[1] ?? 0;
  if (high >= 0x8000_0000) {
    high = ~high;
    low = ~low;
  } else {
    high |= 0x8000_0000;
  }
  return word(high) + word(low);
}

function word(bits: number): string {
  return String.fromCharCode((bits >>> 24) & 0xff, (bits >>> 16) & 0xff, (bits >>> 8) & 0xff, bits & 0xff);
}

function timestampKey(time: Timestamp): string {
  const seconds = time.seconds + SECONDS_BEFORE_1970;
  const micros = Math.floor(time.nanos / 1000);
  const top = Math.floor(seconds / 0x1_0000_0000);
  return String.fromCharCode(top) + word(seconds % 0x1_0000_0000) + word(micros).slice(1);
}

function vectorKey(vector: MapValue): string {
  const dimensions = vector.get('value');
  if (!isVector(vector) || !Array.isArray(dimensions)) return END;
  return word(dimensions.length) + dimensions.map(orderKey).join('');
}

function mapKey(map: MapValue): string {
  let key = '';
  for (const name of [...map.keys()].sort(compareUtf8)) {
    key += ENTRY + textKey(name) + orderKey(map.get(name) ?? null);
  }
  return key + END;
}
