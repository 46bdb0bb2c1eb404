import { describe, expect, it } from 'vitest';
import { compareTimes, latestTime, sameTime } from './time.ts';

const at = (seconds: number, nanoseconds = 0) => ({
  seconds,
  nanoseconds,
  toMillis: () => seconds * 1000 + Math.floor(nanoseconds / 1_000_000),
});

describe('times', () => {
  it('are compared by seconds first, then by nanoseconds', () => {
    expect(compareTimes(at(1, 999_999_999), at(2, 0))).toBeLessThan(0);
    expect(compareTimes(at(2, 5), at(2, 4))).toBeGreaterThan(0);
    expect(compareTimes(at(2, 5), at(2, 5))).toBe(0);
  });

  it('differ when they share a millisecond but not a nanosecond', () => {
    const [earlier, later] = [at(7, 1_000), at(7, 2_000)];
    expect(earlier.toMillis()).toBe(later.toMillis());
    expect(compareTimes(earlier, later)).toBeLessThan(0);
    expect(sameTime(earlier, later)).toBe(false);
    expect(sameTime(earlier, at(7, 1_000))).toBe(true);
  });

  it('may be missing: two missing times are the same, one is not', () => {
    expect(sameTime(null, null)).toBe(true);
    expect(sameTime(null, at(0))).toBe(false);
    expect(sameTime(at(0), null)).toBe(false);
  });

  it('have a latest one, whatever their order, and none when all are missing', () => {
    const latest = at(9, 2);
    expect(latestTime(at(9, 1), latest, null, at(3))).toBe(latest);
    expect(latestTime(undefined, latest, at(9, 1))).toBe(latest);
    expect(latestTime(null, undefined)).toBeNull();
    expect(latestTime()).toBeNull();
  });
});
