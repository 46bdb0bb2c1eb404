/** Random values for property tests: every type, with the edges at which orders go wrong. */
import fc from 'fast-check';
import { GeoPoint } from './geo-point.ts';
import { Reference } from './reference.ts';
import { Timestamp } from './timestamp.ts';
import type { Value } from './value.ts';

const text = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('', '\u0000', '\u0001', '\u0000\u0001', 'a', 'a\u0000', 'é', '\ue000', '～', '𐀀', '😀'),
);

const wholeNumbers = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -3n, max: 3n }),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 63n - 513n, -(2n ** 53n) - 1n),
);

const doubles = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    0,
    5e-324,
    0.5,
    2 ** 53,
    2 ** 63,
    -(2 ** 63),
  ),
);

const segment = fc.constantFrom(
  'a',
  'b',
  'aa',
  'a-b',
  '__id5__',
  '__id10__',
  '__id-1__',
  '～',
  '😀',
  'a\u0001',
);

/** A path of one to four segments. */
export const arbitraryPath = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  wholeNumbers,
  doubles,
  text,
  fc
    .record({
      seconds: fc.integer({ min: -5, max: 5 }),
      nanos: fc.constantFrom(0, 999, 1000, 1500, 999_999_999),
    })
    .map(({ seconds, nanos }) => new Timestamp(seconds, nanos)),
  fc.uint8Array({ maxLength: 3 }),
  arbitraryPath.map((path) => new Reference(`projects/p/databases/(default)/documents/${path}`)),
  fc
    .record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) })
    .map(({ latitude, longitude }) => new GeoPoint(latitude, longitude)),
);

function mapOf(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.array(fc.tuple(text, values), { maxLength: 3 }).map((entries) => new Map<string, Value>(entries));
}

const vector: fc.Arbitrary<Value> = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 3 }).map(
  (value) =>
    new Map<string, Value>([
      ['__type__', '__vector__'],
      ['value', value],
    ]),
);

/** Any value up to three levels deep. */
export const arbitraryValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: vector },
  { weight: 2, arbitrary: mapOf(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), mapOf(scalar))) },
  { weight: 2, arbitrary: fc.array(fc.oneof(scalar, mapOf(scalar)), { maxLength: 3 }) },
);
