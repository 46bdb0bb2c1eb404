import { describe, expect, it } from 'vitest';
import { byNearnessAndActivity } from './found-order.ts';

const found = (name: string, km: number, lastActiveOn: string, madeAt: number) => ({
  name,
  km,
  community: { lastActiveOn, createdAt: { seconds: madeAt, nanoseconds: 0, toMillis: () => madeAt * 1000 } },
});

const order = (...all: ReturnType<typeof found>[]) => all.sort(byNearnessAndActivity).map(({ name }) => name);

describe('communities around a place', () => {
  it('come nearest first, however new or active those further away are', () => {
    expect(
      order(found('far, active', 80, '2026-11-21', 9), found('here, quiet', 2, '2026-01-01', 1)),
    ).toEqual(['here, quiet', 'far, active']);
  });

  it('come the latest active first where the distance is about the same', () => {
    expect(
      order(found('12 km, quiet, new', 12, '2026-11-01', 9), found('18 km, active', 18, '2026-11-21', 1)),
    ).toEqual(['18 km, active', '12 km, quiet, new']);
  });

  it('come newest first where nothing else tells them apart', () => {
    expect(order(found('old', 1, '2026-11-21', 1), found('new', 2, '2026-11-21', 2))).toEqual(['new', 'old']);
  });

  it('stand in one order at the edge of a step', () => {
    expect(order(found('25 km', 25, '2026-11-21', 1), found('24.9 km', 24.9, '2026-11-01', 1))).toEqual([
      '24.9 km',
      '25 km',
    ]);
  });
});
