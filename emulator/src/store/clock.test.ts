import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';

describe('commit times', () => {
  it('are those of the system, and a microsecond apart where it stands still', () => {
    const clock = new Clock(() => 5);
    expect([clock.nextCommit(), clock.nextCommit(), clock.nextCommit()]).toStrictEqual([5000, 5001, 5002]);
  });

  it('of one document lie in different milliseconds', () => {
    const clock = new Clock(() => 5);
    const first = clock.nextCommit();
    expect(clock.nextCommit(first)).toBe(6000);
    expect(clock.nextCommit(6000)).toBe(7000);
    expect(clock.nextCommit()).toBe(7001);
  });

  it('of one document are not put off when the system is further already', () => {
    let now = 5;
    const clock = new Clock(() => now);
    const first = clock.nextCommit();
    now = 8;
    expect(clock.nextCommit(first)).toBe(8000);
  });

  it('run ahead of the system by ten milliseconds at most', () => {
    const clock = new Clock(() => 5);
    let last = clock.nextCommit();
    for (let commit = 0; commit < 1000; commit += 1) last = clock.nextCommit(last);
    expect(last).toBeLessThan(17_000);
    expect(clock.nextCommit(last)).toBe(last + 1);
  });
});
