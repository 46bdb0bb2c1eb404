import { describe, expect, it } from 'vitest';
import { avatarTones, initialsOf, toneOf } from './avatar-look.ts';

describe('initialsOf', () => {
  it('takes the first letters of the first and the last word', () => {
    expect(initialsOf('mira')).toBe('M');
    expect(initialsOf('  Mira  van Dijk ')).toBe('MD');
  });

  it('keeps characters whole that need two code units', () => {
    expect(initialsOf('🦦 otter')).toBe('🦦O');
  });

  it('leaves the disc plain while a name is not known', () => {
    expect(initialsOf('   ')).toBe('');
  });
});

describe('toneOf', () => {
  it('gives the same id the same tone and stays within the palette', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `uid${index}`);
    for (const id of ids) {
      expect(toneOf(id)).toBe(toneOf(id));
      expect(toneOf(id)).toBeLessThan(avatarTones);
    }
    expect(new Set(ids.map(toneOf)).size).toBe(avatarTones);
  });
});
