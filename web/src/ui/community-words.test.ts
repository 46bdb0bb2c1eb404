import { describe, expect, it } from 'vitest';
import { activeWords, sizeWords } from './community-words.ts';

describe('the words about a community', () => {
  it('tell its size in steps', () => {
    expect(sizeWords('new')).toBe('new');
    expect(sizeWords('50+')).toBe('50+ members');
  });

  it('tell its activity to the day, for a week', () => {
    const now = Date.UTC(2026, 10, 21, 12);
    expect(activeWords({ lastActiveOn: '2026-11-21' }, now)).toBe('active today');
    expect(activeWords({ lastActiveOn: '2026-11-15' }, now)).toBe('active this week');
    expect(activeWords({ lastActiveOn: '2026-11-14' }, now)).toBeNull();
  });
});
