/**
 * Which documents a query's filter returns, by a plain reading of Firestore's documentation: what the proofs of `list`
 * are tested against. It shares no code with the query engine or with the rules.
 */
import { Timestamp } from '../../values/timestamp.ts';
import type { Value } from '../../values/value.ts';
import type { ShapeFilter } from '../access.ts';

export type Fields = ReadonlyMap<string, Value>;

/** The value of a field, `['m', 'k']` for `m.k`; undefined when the document has none. */
export function fieldOf(fields: Fields, path: readonly string[]): Value | undefined {
  let current: Value | undefined = fields;
  for (const name of path) current = isMap(current) ? current.get(name) : undefined;
  return current;
}

export function matchesFilter(filter: ShapeFilter, fields: Fields): boolean {
  if (filter.kind === 'composite') {
    return filter.op === 'or'
      ? filter.filters.some((inner) => matchesFilter(inner, fields))
      : filter.filters.every((inner) => matchesFilter(inner, fields));
  }
  const actual = fieldOf(fields, filter.field);
  if (actual === undefined) return false;
  if (filter.kind === 'unary') {
    if (filter.op === 'IS_NULL') return actual === null;
    if (filter.op === 'IS_NOT_NULL') return actual !== null;
    return Number.isNaN(actual) === (filter.op === 'IS_NAN');
  }
  const { op, value } = filter;
  const position = order(actual, value);
  switch (op) {
    case '==':
      return same(actual, value);
    case '!=':
      return actual !== null && !same(actual, value);
    case 'in':
      return itemsOf(value).some((one) => same(actual, one));
    case 'not-in':
      return actual !== null && !itemsOf(value).some((one) => same(actual, one));
    case 'array-contains':
      return itemsOf(actual).some((item) => same(item, value));
    case 'array-contains-any':
      return itemsOf(actual).some((item) => itemsOf(value).some((one) => same(item, one)));
    case '<':
      return position !== null && position < 0;
    case '<=':
      return position !== null && position <= 0;
    case '>':
      return position !== null && position > 0;
    case '>=':
      return position !== null && position >= 0;
    default:
      throw new Error(`an operator that the tests do not know: ${op}`);
  }
}

function isMap(value: Value | undefined): value is Fields {
  return value instanceof Map;
}

function itemsOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** Firestore's equality: numbers by value whatever their type and wherever they stand, NaN equal to itself. */
function same(a: Value, b: Value): boolean {
  if (isNumber(a) && isNumber(b)) {
    // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number compare by mathematical value
    return a == b || (Number.isNaN(a) && Number.isNaN(b));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [itemsOf(a), itemsOf(b)];
    return left.length === right.length && left.every((item, index) => same(item, right[index] ?? null));
  }
  if (isMap(a) && isMap(b)) {
    const other = b;
    return (
      a.size === b.size && [...a].every(([key, item]) => other.has(key) && same(item, other.get(key) ?? null))
    );
  }
  return a === b || (a instanceof Timestamp && b instanceof Timestamp && order(a, b) === 0);
}

/** -1, 0 or 1 within one type, NaN first among numbers; null between types, which no range filter crosses. */
function order(a: Value, b: Value): number | null {
  if (isNumber(a) && isNumber(b)) {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
    return a < b ? -1 : Number(a > b);
  }
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.seconds - b.seconds || a.nanos - b.nanos;
  return null;
}
