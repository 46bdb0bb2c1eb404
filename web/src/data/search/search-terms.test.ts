import { describe, expect, it } from 'vitest';
import { termsOf, wordsOf } from './search-terms.ts';

describe('the terms of a text', () => {
  it('are its words without case, accents and signs', () => {
    expect(termsOf('Étienne’s CAFÉ, straße 7!')).toEqual(['etienne', 's', 'cafe', 'strasse', '7']);
  });

  it('cut a script without spaces into pairs, so that any part of it is found', () => {
    expect(termsOf('東京都')).toEqual(['東京', '京都', '都']);
    expect(termsOf('都')).toEqual(['都']);
  });

  it('keep both where scripts meet in one word', () => {
    expect(termsOf('JR東京 ok')).toEqual(['jr', '東京', '京', 'ok']);
  });

  it('are the same however the letters are put together', () => {
    expect(termsOf('cafe\u0301')).toEqual(termsOf('café'));
    expect(termsOf('ﾀﾞﾒ')).toEqual(termsOf('ダメ'));
    expect(termsOf('한국어')).toEqual(['한국어']);
  });

  it('are none where nothing can be said', () => {
    expect(termsOf(' \u2068…\u2069 🙂 ')).toEqual([]);
  });
});

it('a word knows its place in the text as it was written', () => {
  const text = 'So: Straße!';
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['So', 'Straße']);
});
