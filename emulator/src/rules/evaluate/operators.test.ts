/** Laws that hold of the operators for any two values, errors included. */
import { describe, expect, it } from 'vitest';
import { GeoPoint } from '../../values/geo-point.ts';
import { Reference } from '../../values/reference.ts';
import { Timestamp } from '../../values/timestamp.ts';
import { Duration } from '../values/duration.ts';
import { toRulesSet } from '../values/equality.ts';
import { RulesError } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import { MapDiff, type RulesValue } from '../values/rules-value.ts';
import { binaryOperators, negate, not } from './operators.ts';

const reference = new Reference('projects/p/databases/(default)/documents/a/b');
const values: readonly RulesValue[] = [
  ...[null, true, false, 0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n],
  ...[0, -0, 1, 2.5, 1e308, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...['', 'a', 'b', '\uff5e', '\ud83d\ude00', '\ud83d'],
  ...[new Uint8Array(), new Uint8Array([1]), new Uint8Array([1])],
  ...[new Timestamp(0, 0), new Timestamp(-1, 5), new Timestamp(253_402_300_799, 999_999_999)],
  ...[new Duration(0n, 0), new Duration(-1n, -5), new Duration(315_576_000_000n, 0)],
  ...[new GeoPoint(0, 0), new GeoPoint(90, 180), new RulesPath(['a', 'b']), reference],
  ...[[], [1n], [1], [Number.NaN], [reference], [[1n], null]],
  ...[toRulesSet([]), toRulesSet([1n, 'a']), toRulesSet(['a', 1n]), toRulesSet([[1n]])],
  ...[new Map(), new Map([['a', 1n]]), new Map([['a', 1]]), new Map([['a', new Map([['b', null]])]])],
  new MapDiff(new Map([['a', 1n]]), new Map()),
];

const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));
/** What a condition could tell apart: the words of an error do not matter, nor the sign of a zero. */
function outcome(value: RulesValue): RulesValue {
  if (value instanceof RulesError) return 'error';
  return value === 0 ? 0 : value;
}

describe('operators', () => {
  it('equality is never an error, the same from both sides, and != is its opposite', () => {
    for (const [a, b] of pairs) {
      const equal = binaryOperators['=='](a, b);
      expect(typeof equal).toBe('boolean');
      expect(binaryOperators['=='](b, a)).toBe(equal);
      expect(binaryOperators['!='](a, b)).toBe(!equal);
    }
  });

  it('every value but NaN is equal to itself, and every value is in the list and set of itself', () => {
    for (const value of values) {
      expect(binaryOperators['=='](value, value)).toBe(!Number.isNaN(value));
      expect(binaryOperators.in(value, [value])).toBe(true);
      expect(binaryOperators.in(value, toRulesSet([value]))).toBe(true);
    }
  });

  it('a stored reference is the path of its document, on either side and inside lists', () => {
    const path = new RulesPath(['databases', '(default)', 'documents', 'a', 'b']);
    for (const [a, b] of [
      [reference, path],
      [path, reference],
      [[reference], [path]],
      [[path], [reference]],
    ] satisfies [RulesValue, RulesValue][]) {
      expect(binaryOperators['=='](a, b)).toBe(true);
      expect(binaryOperators.in(a, [b])).toBe(true);
    }
  });

  it('a < b is b > a, a <= b is b >= a, and a <= b is a < b or a == b', () => {
    for (const [a, b] of pairs) {
      const [less, atMost] = [binaryOperators['<'](a, b), binaryOperators['<='](a, b)];
      expect(outcome(binaryOperators['>'](b, a))).toBe(outcome(less));
      expect(outcome(binaryOperators['>='](b, a))).toBe(outcome(atMost));
      if (typeof less === 'boolean') expect(atMost).toBe(less || binaryOperators['=='](a, b));
    }
  });

  it('a + b and a * b are the same from both sides but for text, and a - b is a + -b', () => {
    for (const [a, b] of pairs) {
      const sum = outcome(binaryOperators['+'](a, b));
      if (typeof sum !== 'string' || sum === 'error') {
        expect(outcome(binaryOperators['+'](b, a))).toStrictEqual(sum);
      }
      expect(outcome(binaryOperators['*'](b, a))).toStrictEqual(outcome(binaryOperators['*'](a, b)));
      const negated = negate(b);
      if (negated instanceof RulesError) continue;
      expect(outcome(binaryOperators['-'](a, b))).toStrictEqual(outcome(binaryOperators['+'](a, negated)));
    }
  });

  it('an int divided is its quotient times the divisor and the remainder, and nothing overflows in silence', () => {
    for (const [a, b] of pairs) {
      const [quotient, remainder] = [binaryOperators['/'](a, b), binaryOperators['%'](a, b)];
      if (typeof a !== 'bigint' || typeof b !== 'bigint') continue;
      if (typeof quotient === 'bigint' && typeof remainder === 'bigint') {
        expect(quotient * b + remainder).toBe(a);
        expect(BigInt.asIntN(64, quotient)).toBe(quotient);
      } else expect([outcome(quotient), b === 0n || b === -1n]).toStrictEqual(['error', true]);
    }
  });

  it('only bools are negated by !, and only numbers and durations by -', () => {
    for (const value of values) {
      expect(outcome(not(value))).toBe(typeof value === 'boolean' ? !value : 'error');
      const isNumber = typeof value === 'bigint' || typeof value === 'number' || value instanceof Duration;
      expect(negate(value) instanceof RulesError).toBe(!isNumber || value === -(2n ** 63n));
    }
  });
});
