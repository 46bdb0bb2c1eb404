import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPath, arbitraryValue } from './arbitrary-value.ts';
import { comparePaths, compareValues, valuesIdentical } from './compare.ts';
import { invertKey, orderKey, pathKey } from './order-key.ts';
import { Timestamp } from './timestamp.ts';
import type { Value } from './value.ts';

const sign = (number: number): number => Math.sign(number) + 0;
const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('the total order of values', () => {
  it('is antisymmetric', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, (a, b) => {
        expect(sign(compareValues(a, b))).toBe(sign(-compareValues(b, a)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, arbitraryValue, (...values) => {
        const [a, b, c] = [...values].sort(compareValues) as [Value, Value, Value];
        expect(compareValues(a, b)).toBeLessThanOrEqual(0);
        expect(compareValues(b, c)).toBeLessThanOrEqual(0);
        expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the plain string order of the keys, forwards and inverted', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, (a, b) => {
        const expected = sign(compareValues(a, b));
        expect(byKey(orderKey(a), orderKey(b))).toBe(expected);
        expect(byKey(invertKey(orderKey(b)), invertKey(orderKey(a)))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives paths the same order as their keys', () => {
    fc.assert(
      fc.property(arbitraryPath, arbitraryPath, (a, b) => {
        expect(byKey(pathKey(a), pathKey(b))).toBe(sign(comparePaths(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells 64-bit integers and doubles apart exactly', () => {
    const ascending: Value[] = [
      2n ** 53n,
      2n ** 53n + 1n,
      2 ** 53 + 2,
      2n ** 63n - 1n,
      2 ** 63,
      Number.POSITIVE_INFINITY,
    ];
    for (let index = 1; index < ascending.length; index += 1) {
      expect(compareValues(ascending[index - 1] ?? null, ascending[index] ?? null)).toBeLessThan(0);
    }
    expect(compareValues(1n, 1)).toBe(0);
  });

  it('cuts timestamps to microseconds', () => {
    expect(compareValues(new Timestamp(0, 0), new Timestamp(0, 999))).toBe(0);
    expect(compareValues(new Timestamp(0, 999), new Timestamp(0, 1000))).toBeLessThan(0);
  });
});

describe('identity of stored values', () => {
  it('tells an integer from an equal double, at any depth', () => {
    expect(valuesIdentical([new Map([['a', 1n]])], [new Map([['a', 1n]])])).toBe(true);
    expect(valuesIdentical([new Map([['a', 1n]])], [new Map([['a', 1]])])).toBe(false);
  });

  it('does not mind the order of map keys', () => {
    const a = new Map<string, Value>([
      ['x', 1n],
      ['y', null],
    ]);
    const b = new Map<string, Value>([
      ['y', null],
      ['x', 1n],
    ]);
    expect(valuesIdentical(a, b)).toBe(true);
  });
});
