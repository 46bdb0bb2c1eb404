import { describe, expect, it } from 'vitest';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { applyTransform } from './apply-transform.ts';

const NOW = new Timestamp(7, 0);
const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);

describe('numeric transforms', () => {
  it.each<['increment' | 'maximum' | 'minimum', Value | undefined, Value, Value]>([
    ['increment', undefined, 5n, 5n],
    ['increment', 5n, 3n, 8n],
    ['increment', 1.5, 2n, 3.5],
    ['increment', 5n, 2.5, 7.5],
    ['increment', 'x', 7n, 7n],
    ['increment', MAX, 1n, MAX],
    ['increment', MIN, -1n, MIN],
    ['increment', Number.NaN, 1n, Number.NaN],
    ['maximum', 3n, 5n, 5n],
    ['maximum', 3n, 3, 3n],
    ['maximum', 3n, 2.5, 3n],
    ['maximum', 'x', 1n, 1n],
    ['maximum', 1n, Number.NaN, Number.NaN],
    ['maximum', undefined, -0, 0],
    ['minimum', 3n, 2.5, 2.5],
    ['minimum', 3n, 3, 3n],
    ['minimum', undefined, 7n, 7n],
  ])('%s of %s by %s gives %s, and reports it', (kind, current, operand, expected) => {
    const outcome = applyTransform(current, { field: ['n'], kind, operand }, NOW);
    expect(outcome.value).toBe(expected);
    expect(outcome.result).toBe(expected);
  });

  it('refuse an operand that is no number', () => {
    const transform = { field: ['n'], kind: 'increment' as const, operand: 'x' };
    expect(() => applyTransform(1n, transform, NOW)).toThrow('Input must be int64 or double.');
  });
});

describe('array transforms', () => {
  const union = (current: Value | undefined, ...values: Value[]) =>
    applyTransform(current, { field: ['a'], kind: 'appendMissingElements', values }, NOW);
  const remove = (current: Value | undefined, ...values: Value[]) =>
    applyTransform(current, { field: ['a'], kind: 'removeAllFromArray', values }, NOW);

  it('append what no element equals, numbers by value, and report null', () => {
    expect(union([1n, 'a'], 1, 'b', 'b', null)).toStrictEqual({ value: [1n, 'a', 'b', null], result: null });
    expect(union(undefined, 1n, 1n, Number.NaN, Number.NaN).value).toStrictEqual([1n, Number.NaN]);
    expect(union(5n, 'x').value).toStrictEqual(['x']);
  });

  it('remove every equal element, and leave an array where there was none', () => {
    const current: Value = [1n, 1, 2n, Number.NaN, null, 'x', new Map([['k', 1n]])];
    expect(remove(current, 1n, Number.NaN, null, new Map([['k', 1]]))).toStrictEqual({
      value: [2n, 'x'],
      result: null,
    });
    expect(remove(undefined, 1n).value).toStrictEqual([]);
    expect(remove(5n, 5n).value).toStrictEqual([]);
  });
});
