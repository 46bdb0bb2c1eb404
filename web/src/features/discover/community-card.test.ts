import { describe, expect, it } from 'vitest';
import { kmWords, sizeWords } from './community-card.tsx';

describe('a card', () => {
  it('tells the size of a community only roughly', () => {
    expect(sizeWords(3)).toBe('under 10 members');
    expect(sizeWords(44)).toBe('about 40 members');
    expect(sizeWords(1_234)).toBe('about 1200 members');
  });

  it('tells a distance no finer than places are known', () => {
    expect(kmWords(2.4)).toBe('here');
    expect(kmWords(37.2)).toBe('35 km');
  });
});
