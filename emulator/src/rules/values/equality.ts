import { GeoPoint } from '../../values/geo-point.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { Duration } from './duration.ts';
import { readStored } from './read-stored.ts';
import { RulesPath } from './rules-path.ts';
import { MapDiff, type RulesMap, RulesSet, type RulesValue } from './rules-value.ts';
import { isRulesMap } from './type-names.ts';

/**
 * `a == b`: an int beside a float is taken as a float (https://firebase.google.com/docs/reference/rules/rules.Integer),
 * everything else compares by `identical`. Values of different types are never equal; comparing them is no error.
 */
export function equal(a: RulesValue, b: RulesValue): boolean {
  if (typeof a === 'number') return (typeof b === 'bigint' || typeof b === 'number') && a === Number(b);
  if (typeof a === 'bigint') return typeof b === 'number' ? Number(a) === b : a === b;
  return identical(a, b);
}

/**
 * Equality inside lists, sets and maps, where an int is never equal to a float (recorded: `{'a': 1} != {'a': 1.0}`) and,
 * as that is how Java compares what it holds, NaN is equal to itself: an unchanged field is never in `affectedKeys()`.
 */
export function identical(left: RulesValue, right: RulesValue): boolean {
  if (Object.is(left, right)) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  const a = readStored(left);
  const b = readStored(right);
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
  if (a instanceof Map) return isRulesMap(b) && sameEntries(a, b);
  if (a instanceof RulesPath) return b instanceof RulesPath && sameItems(a.segments, b.segments);
  if (a instanceof Timestamp) return b instanceof Timestamp && a.seconds === b.seconds && a.nanos === b.nanos;
  if (a instanceof Duration) return b instanceof Duration && a.seconds === b.seconds && a.nanos === b.nanos;
  if (a instanceof RulesSet) return b instanceof RulesSet && sameMembers(a, b);
  if (a instanceof Uint8Array) return b instanceof Uint8Array && sameBytes(a, b);
  if (a instanceof GeoPoint)
    return b instanceof GeoPoint && a.latitude === b.latitude && a.longitude === b.longitude;
  if (a instanceof MapDiff)
    return b instanceof MapDiff && sameEntries(a.left, b.left) && sameEntries(a.right, b.right);
  return false;
}

export function includes(items: readonly RulesValue[], wanted: RulesValue): boolean {
  if (wanted === null || (typeof wanted !== 'object' && typeof wanted !== 'number'))
    return items.includes(wanted);
  return items.some((item) => identical(item, wanted));
}

/** The set of `items`, without the doubled ones. */
export function toRulesSet(items: readonly RulesValue[]): RulesSet {
  const distinct: RulesValue[] = [];
  const scalars = new Set<RulesValue>();
  for (const item of items) {
    if (item === null || typeof item !== 'object') {
      if (scalars.has(item)) continue;
      scalars.add(item);
      distinct.push(item);
    } else if (!distinct.some((other) => identical(other, item))) distinct.push(item);
  }
  return new RulesSet(distinct);
}

function sameItems(a: readonly RulesValue[], b: readonly RulesValue[]): boolean {
  return a.length === b.length && a.every((item, index) => identical(item, b[index] ?? null));
}

function sameEntries(a: RulesMap, b: RulesMap): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !identical(value, other)) return false;
  }
  return true;
}

function sameMembers(a: RulesSet, b: RulesSet): boolean {
  return a.items.length === b.items.length && a.items.every((item) => includes(b.items, item));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
