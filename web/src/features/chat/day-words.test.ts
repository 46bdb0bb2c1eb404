import { describe, expect, it } from 'vitest';
import { dayWords } from './day-words.ts';

const now = new Date(2026, 10, 20, 0, 5);

describe('a day in words', () => {
  it('is today or yesterday by the calendar, not by hours', () => {
    expect(dayWords(new Date(2026, 10, 20, 0, 1), now)).toBe('Today');
    expect(dayWords(new Date(2026, 10, 19, 23, 59), now)).toBe('Yesterday');
  });

  it('is a weekday under a week, then a date, with the year when it is another', () => {
    expect(dayWords(new Date(2026, 10, 14, 12), now, 'en')).toBe('Saturday');
    expect(dayWords(new Date(2026, 10, 13, 12), now, 'en-GB')).toBe('Friday 13 November');
    expect(dayWords(new Date(2025, 10, 20, 12), now, 'en-GB')).toBe('20 November 2025');
  });
});
