import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { communityNameHash, communityNameKey, isAsciiName, slugOf } from './slug.ts';

describe('slugOf', () => {
  it.each([
    ['Berlin – Night owls!', 'berlin-night-owls'],
    ['berlin night owls', 'berlin-night-owls'],
    ['Überleben', 'uberleben'],
    ['Ålesund Ọmọ', 'alesund-omo'],
    ['Μαζί στην Αθήνα', 'μαζι-στην-αθηνα'],
    ['Ｗｉｄｅ letters', 'wide-letters'],
    ['夜の集まり', '夜の集まり'],
    ['がんばる', 'がんばる'],
    ['साथ साथ', 'साथ-साथ'],
    ['İstanbul', 'istanbul'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ΟΔΟΣ', 'οδος'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
    ['Sun ☀️ and 1️⃣', 'sun-and-1'],
    ['Sun ☀ and 1', 'sun-and-1'],
    ['ก\u0301', 'ก'],
    ['A\u0e49da', 'ada'],
    ['!!!', ''],
  ])('makes %j into %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each(['Berlin - Night owls!', '  ~A~ 2 B', 'OCD/ADHD (Leeds)', '___', 'x'])(
    'makes of the ASCII name %j what the security rules make of it',
    (name) => {
      const replace = (text: string, pattern: string, by: string) =>
        RE2JS.compile(pattern).matcher(text).replaceAll(by);
      expect(isAsciiName(name)).toBe(true);
      expect(slugOf(name)).toBe(replace(replace(name.toLowerCase(), '[^a-z0-9]+', '-'), '^-|-$', ''));
    },
  );
});

describe('isAsciiName', () => {
  it.each(['Bеrlin', 'Über', 'a\tb', 'Berlin –', '夜'])('is false for %j', (name) => {
    expect(isAsciiName(name)).toBe(false);
  });
});

describe('the key and the hash of a claim', () => {
  it('are the hexadecimal SHA-256 in small letters, which tells nothing of the name', async () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await communityNameKey('abc')).toBe(abc);
    expect(await communityNameHash('abc')).toBe(abc);
  });
});
