import { describe, expect, it } from 'vitest';
import { rankOptions } from './rank-options.ts';

const options = ['Aberdeen', 'Bad Berleburg', 'Berlin', 'Bern', 'Lambert', 'Zürich'].map((label) => ({
  value: label,
  label,
}));
const find = (typed: string, limit = 10) => rankOptions(options, typed, limit).map(({ label }) => label);

describe('rankOptions', () => {
  it('puts those that begin with what was typed first, then later words, then the middle of a word', () => {
    expect(find('ber')).toEqual(['Berlin', 'Bern', 'Bad Berleburg', 'Aberdeen', 'Lambert']);
  });

  it('does not mind capitals, accents or blanks around', () => {
    expect(find(' ZURICH ')).toEqual(['Zürich']);
  });

  it('offers the first ones while nothing is typed, and nothing where nothing matches', () => {
    expect(find('', 2)).toEqual(['Aberdeen', 'Bad Berleburg']);
    expect(find('xyz')).toEqual([]);
  });
});
