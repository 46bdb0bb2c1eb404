/**
 * Where and how two values differ, in words; null when they are the same. Strict: `NaN` is `NaN` and `-0` is not `0`, a
 * key that holds `undefined` is not a missing one, and objects of different classes differ. The order of keys, and of
 * what a Map or Set holds, does not count. The SDK's own classes decide by their `isEqual`. Works in Node and in a browser;
 * not for values that contain themselves.
 */
export function firstDifference(actual: unknown, expected: unknown, place = ''): string | null {
  if (Object.is(actual, expected)) return null;
  const differ = `expected ${show(expected)}${place === '' ? '' : ` at ${place}`}, but it is ${show(actual)}`;
  if (!isObject(actual) || !isObject(expected)) return differ;
  if (Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) return differ;
  if (hasIsEqual(actual)) return actual.isEqual(expected) ? null : differ;
  if (actual instanceof Date && expected instanceof Date)
    return Object.is(+actual, +expected) ? null : differ;
  if (actual instanceof Set && expected instanceof Set) return sameMembers(actual, expected) ? null : differ;
  if (actual instanceof Map && expected instanceof Map) return sameMembers(actual, expected) ? null : differ;
  if (ArrayBuffer.isView(actual) && ArrayBuffer.isView(expected)) {
    return sameBytes(actual, expected) ? null : differ;
  }
  if (!Object.is(unboxed(actual), unboxed(expected))) return differ;
  const keys = keysOf(actual);
  const wanted = new Set(keysOf(expected));
  if (
    lengthOf(actual) !== lengthOf(expected) ||
    keys.length !== wanted.size ||
    !keys.every((key) => wanted.has(key))
  )
    return differ;
  for (const key of keys) {
    const found = firstDifference(actual[key], expected[key], `${place}.${String(key)}`);
    if (found !== null) return found;
  }
  return null;
}

type Fields = Readonly<Record<PropertyKey, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function hasIsEqual(value: Fields): value is Fields & { isEqual(other: unknown): boolean } {
  return typeof value.isEqual === 'function' && !Object.hasOwn(value, 'isEqual');
}

function lengthOf(value: unknown): number | null {
  return Array.isArray(value) ? value.length : null;
}

/** What an error says counts, though its properties cannot be listed. */
function keysOf(value: Fields): readonly PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key),
  );
  const hidden =
    value instanceof Error ? ['name', 'message'].filter((key) => !Object.keys(value).includes(key)) : [];
  return [...Object.keys(value), ...symbols, ...hidden];
}

/** The primitive in `new Number(1)` and its like. */
function unboxed(value: Fields): unknown {
  const boxes = [Number, String, Boolean, BigInt, Symbol];
  return boxes.some((box) => value instanceof box) ? value.valueOf() : null;
}

function sameMembers(actual: Iterable<unknown>, expected: Iterable<unknown>): boolean {
  const left = [...expected];
  for (const member of actual) {
    const index = left.findIndex((each) => firstDifference(member, each) === null);
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}

function sameBytes(actual: ArrayBufferView, expected: ArrayBufferView): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
    new Uint8Array(buffer, byteOffset, byteLength);
  const wanted = bytes(expected);
  return actual.byteLength === wanted.length && bytes(actual).every((byte, index) => byte === wanted[index]);
}

/** For a person who reads why a case failed; classes by name. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (!isObject(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Date) return `Date ${Number.isNaN(+value) ? 'NaN' : value.toISOString()}`;
  if (value instanceof Set || value instanceof Map) return `${value.constructor.name} ${show([...value])}`;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  const name = (Object.getPrototypeOf(value) as object | null)?.constructor.name ?? 'null';
  if (hasIsEqual(value) && 'toJSON' in value) return `${name} ${JSON.stringify(value)}`;
  const fields = keysOf(value).map((key) => `${String(key)}: ${show(value[key])}`);
  return `${name === 'Object' ? '' : `${name} `}{${fields.join(', ')}}`;
}
