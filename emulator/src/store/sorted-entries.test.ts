import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedEntries } from './sorted-entries.ts';

const name = (number: number): string => String(number).padStart(5, '0');

describe('sorted entries', () => {
  it('hold what a sorted map would hold, through any insertions and removals', () => {
    const step = fc.record({
      add: fc.boolean(),
      first: fc.nat(3000),
      count: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(3900), fc.nat(3900), (steps, from, to) => {
        const entries = new SortedEntries<number>();
        const oracle = new Map<string, number>();
        for (const { add, first, count } of steps) {
          for (let number = first; number < first + count; number += 1) {
            // Multiplying by a unit modulo 3,907 visits the range out of order.
            const key = name((number * 1201) % 3907);
            if (add) {
              entries.set(key, number);
              oracle.set(key, number);
            } else {
              entries.delete(key);
              oracle.delete(key);
            }
          }
        }
        const expected = [...oracle].filter(([key]) => key >= name(from) && key < name(to)).sort();
        const values = expected.map(([, value]) => value);
        expect([...entries.range(name(from), name(to), false)]).toStrictEqual(values);
        expect([...entries.range(name(from), name(to), true)]).toStrictEqual(values.reverse());
        expect(entries.size).toBe(oracle.size);
      }),
      { numRuns: 60 },
    );
  });

  it('take a sorted start', () => {
    const start = Array.from({ length: 2000 }, (_, index) => ({ key: name(index), value: index }));
    const entries = SortedEntries.fromSorted(start);
    entries.set('00999x', -1);
    expect([...entries.range('00998', '01001', false)]).toStrictEqual([998, 999, -1, 1000]);
  });
});
