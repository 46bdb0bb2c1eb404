import { describe, expect, it } from 'vitest';
import { askingFrom } from './asking-from.ts';

const at = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 10, day, hour, minute, second).getTime();

describe('when a new account may ask', () => {
  it('is tomorrow at the same time, to the next whole minute', () => {
    expect(askingFrom(at(21, 14, 19, 30), at(21, 14, 25), 'en-GB')).toBe('tomorrow, 14:20');
  });

  it('is today once the day has changed', () => {
    expect(askingFrom(at(20, 14, 19, 30), at(21, 8), 'en-GB')).toBe('today, 14:20');
  });

  it('is now after a day, and not a moment before', () => {
    expect(askingFrom(at(20, 14), at(21, 14), 'en-GB')).toBe('today, 14:01');
    expect(askingFrom(at(20, 14), at(21, 14, 0, 1), 'en-GB')).toBeNull();
  });
});
