import { describe, expect, it } from 'vitest';
import { communityNameKey, slugOf } from './slug.ts';

describe('slugOf', () => {
  it.each([
    ['Berlin – Night owls!', 'berlin-night-owls'],
    ['berlin night owls', 'berlin-night-owls'],
    ['  Überleben  ', 'überleben'],
    ['Ｗｉｄｅ letters', 'wide-letters'],
    ['夜の集まり', '夜の集まり'],
    ['साथ साथ', 'साथ-साथ'],
    ['!!!', ''],
  ])('makes %j into %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('never makes an ASCII letter out of one that is not', () => {
    expect(slugOf('İstanbul')).toBe('İstanbul');
  });
});

describe('communityNameKey', () => {
  it('is the hexadecimal SHA-256 in small letters, which tells nothing of the name', async () => {
    expect(await communityNameKey('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
