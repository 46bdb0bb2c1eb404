import { describe, expect, it } from 'vitest';
import { mentionQuery } from './mention-query.ts';

/** What is looked for with the cursor where "|" is. */
const looksFor = (written: string, spans: readonly { start: number; end: number; id: string }[] = []) =>
  mentionQuery({ text: written.replace('|', ''), spans }, written.indexOf('|'))?.typed ?? null;

const ada = { start: 0, end: 4, id: 'ada' };

describe('a mention that is being typed', () => {
  it('is what stands between an "@" and the cursor', () => {
    expect(looksFor('@|')).toBe('');
    expect(looksFor('Hi @be|')).toBe('be');
    expect(looksFor('Hi (@Ben L|ake)')).toBe('Ben L');
    expect(looksFor('one\n@äö|')).toBe('äö');
    expect(mentionQuery({ text: 'Hi @be', spans: [] }, 5)).toEqual({ start: 3, end: 5, typed: 'b' });
  });

  it.each([
    ['nothing', '|'],
    ['no "@"', 'Hi ben|'],
    ['an address', 'ada@exa|mple.com'],
    ['two of them', '@@b|'],
    ['a price', '@ 3 euros|'],
    ['another line', '@ben\n|'],
    ['a whole sentence', '@ben will you be there|'],
    ['two blanks', '@ben  |'],
    ['more than a name is long', `@${'b'.repeat(40)}|`],
    ['the cursor before it', '|@ben'],
  ])('is not: %s', (_, written) => {
    expect(looksFor(written)).toBeNull();
  });

  it('is not one that was chosen already, and none comes after ten', () => {
    expect(looksFor('@Ada|', [ada])).toBeNull();
    expect(looksFor('@A|da', [ada])).toBeNull();
    expect(looksFor('@Ada @be|', [ada])).toBe('be');
    expect(
      looksFor(
        '@Ada @be|',
        Array.from({ length: 10 }, () => ada),
      ),
    ).toBeNull();
  });
});
