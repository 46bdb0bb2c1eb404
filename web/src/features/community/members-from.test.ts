import { describe, expect, it } from 'vitest';
import { membersFrom } from './members-from.ts';

describe('the member list', () => {
  const joined = new Date(2026, 10, 20, 18, 0);

  it('is open a day after joining, and not a moment before', () => {
    expect(membersFrom(joined.getTime(), new Date(2026, 10, 21, 17, 59, 59))).toBe('today');
    expect(membersFrom(joined.getTime(), new Date(2026, 10, 21, 18, 0))).toBe('now');
  });

  it('is promised for tomorrow on the day of joining', () => {
    expect(membersFrom(joined.getTime(), new Date(2026, 10, 20, 18, 1))).toBe('tomorrow');
  });
});
