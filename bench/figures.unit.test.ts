import { expect, it } from 'vitest';
import { toTable } from './figures.ts';
import { median, p95 } from './statistics.ts';

it('puts each figure beside its budget and says which are over', () => {
  const table = toTable([
    { what: 'a message', unit: 'ms', value: 12.34, budget: 30 },
    { what: 'the first load', unit: 'KB', value: 151, budget: 150 },
    { what: 'scrolling', unit: 'frames/s', value: 60, budget: 55, atLeast: true },
    { what: 'start', unit: 'ms', value: 900, budget: null },
  ]);
  const lines = table.split('\n');
  expect(lines[1]).toMatch(/12\.3 ms +≤ 30 +within$/);
  expect(lines[2]).toMatch(/151 KB +≤ 150 +OVER$/);
  expect(lines[3]).toMatch(/60 frames\/s +≥ 55 +within$/);
  expect(lines[4]).toMatch(/900 ms$/);
});

it('knows the middle and the slow end of its samples', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(median(samples)).toBe(51);
  expect(p95(samples)).toBe(96);
});
