import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Bytes, GeoPoint, Timestamp, vector } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';

class Named {
  constructor(readonly a: unknown) {}
}

describe('two values', () => {
  it.each<[string, unknown, unknown]>([
    ['NaN and its name', Number.NaN, 'NaN'],
    ['an infinity and its name', Number.POSITIVE_INFINITY, 'Infinity'],
    ['a number and its digits', 1, '1'],
    ['a number and a bigint', 1, 1n],
    ['0 and -0', 0, -0],
    ['null and undefined', null, undefined],
    ['a missing key and one that holds undefined', {}, { a: undefined }],
    ['a hole and undefined', new Array(1), [undefined]],
    ['an empty list and an empty map', [], {}],
    ['lists in another order', [1, 2], [2, 1]],
    ['a list and its beginning', [1, 2], [1]],
    ['Maps with other values', new Map([['a', 1]]), new Map([['a', 2]])],
    ['a Map and one with less', new Map([['a', 1]]), new Map()],
    ['Sets with other members', new Set([1]), new Set(['1'])],
    ['a Map and a plain object', new Map([['a', 1]]), { a: 1 }],
    ['moments', new Date(0), new Date(1)],
    ['bytes', Uint8Array.of(1), Uint8Array.of(2)],
    ['bytes and numbers', Uint8Array.of(1), [1]],
    ['an object of a class and a plain one', new Named(1), { a: 1 }],
    ['errors with other words', new Error('a'), new Error('b')],
    ['boxed numbers', Object(1), Object(2)],
    ['functions', () => 1, () => 1],
    ['times of the SDK', new Timestamp(1, 2), new Timestamp(1, 3)],
    ['points of the SDK', new GeoPoint(1, 2), new GeoPoint(1, 3)],
    ['bytes of the SDK', Bytes.fromUint8Array(Uint8Array.of(1)), Bytes.fromUint8Array(Uint8Array.of(2))],
    ['vectors of the SDK', vector([1]), vector([2])],
    ['a time of the SDK and what it is made of', new Timestamp(1, 2), { seconds: 1, nanoseconds: 2 }],
  ])('differ: %s', (_, a, b) => {
    expect(firstDifference(a, b)).not.toBeNull();
    expect(firstDifference(b, a)).not.toBeNull();
    expect(firstDifference({ in: [a] }, { in: [b] })).not.toBeNull();
  });

  it.each<[string, unknown, unknown]>([
    ['NaN', Number.NaN, Number.NaN],
    ['keys in another order', { a: 1, b: { c: [null] } }, { b: { c: [null] }, a: 1 }],
    ['undefined under a key', { a: undefined }, { a: undefined }],
    [
      'Maps in another order',
      new Map([
        ['a', { n: 1 }],
        ['b', { n: 2 }],
      ]),
      new Map([
        ['b', { n: 2 }],
        ['a', { n: 1 }],
      ]),
    ],
    ['Sets of equal members', new Set([{ n: 1 }, { n: 2 }]), new Set([{ n: 2 }, { n: 1 }])],
    ['moments', new Date(5), new Date(5)],
    ['bytes at another place', Uint8Array.of(0, 1).subarray(1), Uint8Array.of(1)],
    ['objects of one class', new Named([1]), new Named([1])],
    ['errors', new TypeError('a'), new TypeError('a')],
    ['times of the SDK', new Timestamp(1, 2), new Timestamp(1, 2)],
    ['points of the SDK', new GeoPoint(1, 2), new GeoPoint(1, 2)],
    ['bytes of the SDK', Bytes.fromUint8Array(Uint8Array.of(1)), Bytes.fromUint8Array(Uint8Array.of(1))],
    ['vectors of the SDK', vector([1]), vector([1])],
  ])('are the same: %s', (_, a, b) => {
    expect(firstDifference(a, b)).toBeNull();
    expect(firstDifference({ in: [a] }, { in: [b] })).toBeNull();
  });

  it('are the same as Node finds, of whatever they consist', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const pairs = fc.oneof(fc.tuple(anything, anything), fc.clone(anything, 2));
    fc.assert(
      fc.property(pairs, ([a, b]) => (firstDifference(a, b) === null) === isDeepStrictEqual(a, b)),
      { numRuns: 2000 },
    );
  });

  it('are shown with the place where they differ first', () => {
    expect(firstDifference({ a: [1, { b: '1' }] }, { a: [1, { b: 1 }] })).toBe(
      'expected 1 at .a.1.b, but it is "1"',
    );
    expect(firstDifference({ a: new Map([['x', -0]]) }, { a: new Map() })).toBe(
      'expected Map [] at .a, but it is Map [["x", -0]]',
    );
    expect(firstDifference(new Timestamp(1, 0), null)).toMatch(
      /^expected null, but it is \w+ \{.*"seconds":1/,
    );
  });
});
