import { describe, expect, it } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = new Date(2026, 10, 20, 15, 0);
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const say = (at: Date) => relativeTime(at, now, 'en-GB');
const minute = 60_000;
const hour = 60 * minute;

describe('relativeTime', () => {
  it('says "now" for the last minute and for clocks that run ahead', () => {
    expect(say(ago(59_000))).toBe('now');
    expect(say(ago(-5 * minute))).toBe('now');
  });

  it('counts minutes, then hours, within the same day', () => {
    expect(say(ago(5 * minute))).toBe('5 min');
    expect(say(ago(59 * minute + 59_000))).toBe('59 min');
    expect(say(ago(3 * hour))).toBe('3 h');
  });

  it('says "yesterday" from midnight on, however few hours ago that was', () => {
    expect(relativeTime(new Date(2026, 10, 19, 23, 50), new Date(2026, 10, 20, 1, 0), 'en-GB')).toBe(
      'yesterday',
    );
    expect(say(new Date(2026, 10, 19, 0, 0))).toBe('yesterday');
  });

  it('names the weekday under a week and never the same weekday as today', () => {
    expect(say(new Date(2026, 10, 18, 12, 0))).toBe('Wednesday');
    expect(say(new Date(2026, 10, 14, 0, 0))).toBe('Saturday');
    expect(say(new Date(2026, 10, 13, 23, 59))).toBe('13 Nov');
  });

  it('adds the year only when it is another one', () => {
    expect(say(new Date(2026, 0, 2))).toBe('2 Jan');
    expect(say(new Date(2025, 11, 31))).toBe('31 Dec 2025');
  });
});
