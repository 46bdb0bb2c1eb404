import { describe, expect, it } from 'vitest';
import { circleAround, circlesFrom, holdsEnough } from './circle.ts';

const ofSizes = (...sizes: ('new' | '10+' | '50+' | '1000+')[]) => sizes.map((size) => ({ size }));

describe('the circle around a place', () => {
  it('begins with the one that was asked for and gets wider', () => {
    expect(circlesFrom(100)).toEqual([100, 250, 500, 1_000, 2_500]);
  });

  it.each([
    [ofSizes(), false],
    [ofSizes('new', '10+'), false],
    [ofSizes('10+', '10+'), false],
    [ofSizes('50+'), true],
    [ofSizes('new', 'new', 'new'), true],
  ])('is wide enough with three communities or fifty people: %j', (found, enough) => {
    expect(holdsEnough(found)).toBe(enough);
  });

  it('is the smallest that has everything in it', () => {
    expect(circleAround([3, 61])).toBe(100);
    expect(circleAround([])).toBe(25);
    expect(circleAround([9_000])).toBe(2_500);
  });
});
