import { numericId } from './document-name.ts';
import { GeoPoint } from './geo-point.ts';
import { Reference } from './reference.ts';
import { cutToMicros, Timestamp } from './timestamp.ts';
import { TYPE_ORDER, typeOrder, vectorOf } from './type-order.ts';
import { compareUtf8 } from './utf8.ts';
import type { MapValue, Value } from './value.ts';

/** Firestore's total order: negative, 0 or positive. `1` and `1.0` tie, NaN is the first number, -0 ties with 0. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  const type = typeOrder(a);
  const difference = type - typeOrder(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') return compareUtf8(a, b);
  if (isNumber(a) && isNumber(b)) return type === TYPE_ORDER.nan ? 0 : compareNumbers(a, b);
  if (typeof a === 'boolean') return a ? 1 : -1;
  if (a instanceof Timestamp && b instanceof Timestamp) {
    return a.seconds - b.seconds || cutToMicros(a).nanos - cutToMicros(b).nanos;
  }
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b);
  if (a instanceof Reference && b instanceof Reference) return comparePaths(a.name, b.name);
  if (a instanceof GeoPoint && b instanceof GeoPoint) {
    return a.latitude - b.latitude || a.longitude - b.longitude;
  }
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (type === TYPE_ORDER.vector) return compareVectors(vectorOf(a) ?? [], vectorOf(b) ?? []);
  if (a instanceof Map && b instanceof Map) return compareMaps(a, b);
  return 0;
}

/** Whether a query would call them equal: `1` equals `1.0`, NaN equals NaN. */
export function valuesEqual(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

/** Whether they are the same stored value: `1` is not `1.0`. The order of map keys does not matter. */
export function valuesIdentical(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    for (const [key, value] of a) {
      const other = b.get(key);
      if (other === undefined || !valuesIdentical(value, other)) return false;
    }
    return true;
  }
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, index) => valuesIdentical(each, b[index] ?? null))
    );
  }
  return !(b instanceof Map) && !Array.isArray(b) && compareValues(a, b) === 0;
}

/** Paths segment by segment: numeric IDs (`__id7__`) first and by number, then by UTF-8 bytes; parents first. */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareSegments(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Exact across 64-bit integers and doubles; neither may be NaN. */
export function compareNumbers(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function compareSegments(a: string, b: string): number {
  if (a === b) return 0;
  const left = numericId(a);
  const right = numericId(b);
  if (left !== null && right !== null) return compareNumbers(left, right);
  if (left !== null) return -1;
  if (right !== null) return 1;
  return compareUtf8(a, b);
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareValues(a[index] ?? null, b[index] ?? null);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareVectors(a: readonly number[], b: readonly number[]): number {
  return a.length - b.length || compareArrays(a, b);
}

function compareMaps(a: MapValue, b: MapValue): number {
  const left = [...a.keys()].sort(compareUtf8);
  const right = [...b.keys()].sort(compareUtf8);
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const key = left[index] ?? '';
    const other = right[index] ?? '';
    const difference = compareUtf8(key, other) || compareValues(a.get(key) ?? null, b.get(other) ?? null);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
