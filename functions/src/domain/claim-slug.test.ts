import { badNames, goodGroupNames, goodNames } from '@sameboat/model/fixtures/name';
import { slugOf, slugSchema } from '@sameboat/model/slug';
import { isNameText } from '@sameboat/model/text-name';
import { describe, expect, it } from 'vitest';
import { claimSlug } from './claim-slug.ts';

describe('the slug of a claim', () => {
  it.each([
    ['a Cyrillic letter', 'Bеrlin'],
    ['a Cyrillic capital', 'Вerlin'],
    ['Cyrillic letters but one', 'Вегlin'],
    ['a Greek letter', 'Βerlin'],
    ['an accent', 'Bérlin'],
    ['a combining accent', 'Be\u0323rlin'],
    ['a Thai mark', 'Berlin\u0e48'],
    ['full-width letters', 'Ｂｅｒｌｉｎ'],
    ['a dotless i', 'Berlın'],
    ['a letter apostrophe', 'Berlinʼ'],
    ['an emoji', '🌊 Berlin ☀️'],
    ['other signs', '– Berlin –'],
    ['capitals', 'BERLIN'],
  ])('is that of the ASCII name it looks like: with %s', (_what, name) => {
    expect(claimSlug(name)).toBe('berlin');
  });

  it.each([
    ['Über', 'uber'],
    ['Łódź', 'lodz'],
    ['Købe', 'kobe'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['НОС', 'hoc'],
    ['нос', 'hoc'],
    ['ᏴᎬᎡᏞ', 'berl'],
    ['ꓡꓲ', 'll'],
    ['гор', 'rop'],
    ['ГОР', 'rop'],
    ['Μαζί', 'mazi'],
    ['ΜΑΖΙ', 'mazi'],
    ['Тема Berlin', 'tema-berlin'],
  ])('reads every word of %j that can be read as ASCII: %j', (name, slug) => {
    expect(claimSlug(name)).toBe(slug);
  });

  it.each([
    ['Берлин', 'берлин'],
    ['берлин!', 'берлин'],
    ['Мир Berlin', 'мир-berlin'],
    ['Μαζί στην Ελλάδα', 'mazi-στην-ελλαδα'],
    ['Ρόδος', 'ροδος'],
    ['夜の集まり', '夜の集まり'],
    ['ノノノ', 'ノノノ'],
    ['साथ साथ', 'साथ-साथ'],
    ['שָׁלוֹם', 'שלום'],
  ])('keeps the letters of another script: %j is %j', (name, slug) => {
    expect(claimSlug(name)).toBe(slug);
  });

  it('of an ASCII name is the one that the rules work out', () => {
    const ascii = [...goodNames, ...goodGroupNames, 'Rn m l1I| 0O', "O'Neill's"].filter((name) =>
      /^[ -~]+$/.test(name),
    );
    expect(ascii.length).toBeGreaterThan(30);
    for (const name of ascii) expect(claimSlug(name)).toBe(slugOf(name));
  });

  it('is never empty, always well formed, and its own slug, for any name that is allowed', () => {
    for (const name of [...goodNames, ...goodGroupNames, ...Object.values(badNames).filter(isNameText)]) {
      const slug = claimSlug(name);
      expect(slugSchema.safeParse(slug), name).toMatchObject({ success: true });
      expect(claimSlug(slug), name).toBe(slug);
    }
  });

  it('tells names apart that do not look alike', () => {
    const names = ['Berlin', 'Berlin ж', 'Бернлин', 'Berlin 2', 'Ber lin', 'Berlinka', '夜', '昼'];
    expect(new Set(names.map(claimSlug)).size).toBe(names.length);
  });
});
