import { expect, it } from 'vitest';
import { pictureFrame } from './picture-frame.ts';

const frame = (...sides: [number, number][]) => {
  const { width, ratio } = pictureFrame(sides.map(([w, h]) => ({ width: w, height: h })));
  return [width, Math.round(width / ratio)];
};

it.each([
  ['lies', [1_280, 960], [320, 240]],
  ['stands', [960, 1_280], [270, 360]],
  ['is small', [200, 150], [200, 150]],
  ['is a ribbon', [1_280, 100], [320, 120]],
  ['is a pole', [20, 1_280], [120, 360]],
  ['is a dot', [1, 1], [120, 120]],
] as const)('one picture that %s has a frame of bounded size', (_, [width, height], expected) => {
  expect(frame([width, height])).toEqual(expected);
});

it('several pictures share one frame, whatever their shapes', () => {
  const heights = [2, 3, 4, 5, 6].map(
    (count) => frame(...Array.from({ length: count }, (): [number, number] => [9, 700]))[1],
  );
  expect(heights).toEqual([160, 213, 320, 267, 213]);
});
