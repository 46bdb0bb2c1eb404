import { expect, it } from 'vitest';
import { middleOf } from './middle-of.ts';

it('cuts the sides of a picture that is too wide', () => {
  expect(middleOf({ width: 300, height: 100 }, 1)).toStrictEqual({ x: 100, y: 0, width: 100, height: 100 });
});

it('cuts the top and bottom of a picture that is too high', () => {
  expect(middleOf({ width: 160, height: 100 }, 16 / 5)).toStrictEqual({
    x: 0,
    y: 25,
    width: 160,
    height: 50,
  });
});
