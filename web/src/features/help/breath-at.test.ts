import { expect, it } from 'vitest';
import { breathAt } from './breath-at.ts';

it.each([
  [0, 'in', 4, 0],
  [999, 'in', 4, 0],
  [1_000, 'in', 3, 0],
  [3_999, 'in', 1, 0],
  [4_000, 'hold', 4, 0],
  [7_999, 'hold', 1, 0],
  [8_000, 'out', 6, 0],
  [13_999, 'out', 1, 0],
  [14_000, 'in', 4, 1],
  [14_000 * 9 + 8_500, 'out', 6, 9],
  [-5, 'in', 4, 0],
])('is after %i ms at “%s” with %i seconds to go, %i rounds done', (elapsed, phase, left, rounds) => {
  expect(breathAt(elapsed)).toEqual({ phase, left, rounds });
});
