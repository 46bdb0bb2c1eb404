import { describe, expect, it } from 'vitest';
import { guessCountry } from './guess-country.ts';

describe('guessCountry', () => {
  it('takes the first language that names a region', () => {
    expect(guessCountry(['en', 'de-AT', 'en-US'])).toBe('AT');
  });

  it('falls back to where the first language is mostly spoken', () => {
    expect(guessCountry(['nl'])).toBe('NL');
  });

  it('survives languages that are none', () => {
    expect(guessCountry(['not a language', 'fr-FR'])).toBe('FR');
    expect(guessCountry([])).toBeNull();
  });
});
