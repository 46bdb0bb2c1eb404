import { describe, expect, it } from 'vitest';
import { activeAgo, activeWords, sizeWords } from './community-words.ts';

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

  it('tell when somebody last wrote in a chat, no finer than it is known', () => {
    const now = new Date(2026, 10, 21, 12);
    const ago = (minutes: number) => activeAgo(new Date(now.getTime() - minutes * 60_000), now);
    expect(ago(-1)).toBe('active now');
    expect(ago(14)).toBe('active now');
    expect(ago(59)).toBe('active in the last hour');
    expect(ago(60)).toBe('active an hour ago');
    expect(ago(150)).toBe('active 2 hours ago');
    expect(ago(24 * 60)).toBe('active a day ago');
    expect(ago(6.5 * 24 * 60)).toBe('active 6 days ago');
    expect(ago(7 * 24 * 60)).toMatch(/^active on .*14/);
    expect(ago(400 * 24 * 60)).toMatch(/2025/);
  });
});
