import { describe, expect, it } from 'vitest';
import { kmWords } from './community-card.tsx';

describe('a card', () => {
  it('tells a distance no finer than places are known', () => {
    expect(kmWords(2.4)).toBe('here');
    expect(kmWords(37.2)).toBe('35 km');
  });
});
