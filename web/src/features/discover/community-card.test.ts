import { describe, expect, it } from 'vitest';
import { kmWords } from './community-card.tsx';

describe('a card', () => {
  it('tells a distance in steps of 10 km', () => {
    expect(kmWords(2.4)).toBe('within 10 km');
    expect(kmWords(37.2)).toBe('about 40 km');
  });
});
