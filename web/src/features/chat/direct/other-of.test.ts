import { expect, it } from 'vitest';
import { otherOf } from './other-of.ts';

it('is whoever stands in the id beside me, on either side', () => {
  expect(otherOf('ada', 'dm_ada_ben')).toBe('ben');
  expect(otherOf('ben', 'dm_ada_ben')).toBe('ada');
});

it('is found where an id has the mark between the two in itself', () => {
  expect(otherOf('ben', 'dm_ada_x_ben')).toBe('ada_x');
  expect(otherOf('ada_x', 'dm_ada_x_ben')).toBe('ben');
});

it('is nobody in the chat of two others, in a group, or alone', () => {
  expect(otherOf('cleo', 'dm_ada_ben')).toBeNull();
  expect(otherOf('ada', 'evening')).toBeNull();
  expect(otherOf('ada', 'dm_ada_ada')).toBeNull();
  expect(otherOf('ada', 'dm_zoe_ada')).toBeNull();
});
