import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import {
  badNames,
  blankTexts,
  goodGroupNames,
  goodNames,
  inkyTexts,
  reservedGroupNames,
  reservedPersonNames,
} from '../fixtures/name.ts';
import { groupNameText, nameText, personNameText } from './text.ts';
import { hasInk, inkPattern } from './text-ink.ts';
import { isNameText, nameCharacters, nameRefused, nameShape } from './text-name.ts';
import { fromRe2 } from './text-pattern.ts';
import {
  isReservedGroupName,
  isReservedPersonName,
  reservedGaps,
  reservedGroupName,
  reservedMarks,
  reservedPersonName,
  reservedSigns,
  reservedSpelled,
} from './text-reserved.ts';

/** The same conditions as the security rules evaluate them, with RE2. */
const re2 = {
  isName: (name: string) =>
    RE2JS.matches(nameCharacters, name) &&
    RE2JS.matches(nameShape, name) &&
    !RE2JS.matches(nameRefused, name),
  isReserved(name: string, pattern: string) {
    const replace = (text: string, part: string, by: string) =>
      RE2JS.compile(part).matcher(text).replaceAll(by);
    const words = replace(replace(name, reservedMarks, ''), reservedGaps, ' ');
    return (
      RE2JS.matches(pattern, words) ||
      RE2JS.matches(pattern, replace(name, reservedSigns, '')) ||
      (RE2JS.matches(reservedSpelled, words) && RE2JS.matches(pattern, replace(words, ' ', '')))
    );
  },
  hasInk: (text: string) => RE2JS.matches(inkPattern, text),
};

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: string) =>
  schema.safeParse(value).success;

describe('a name', () => {
  it.each(goodNames)('can be %s', (name) => {
    expect(isNameText(name)).toBe(true);
    expect(re2.isName(name)).toBe(true);
    expect(accepts(personNameText('Your name', 1, 40), name)).toBe(true);
  });

  it.each(Object.entries(badNames))('cannot have %s', (_what, name) => {
    expect(isNameText(name)).toBe(false);
    expect(re2.isName(name)).toBe(false);
    expect(accepts(nameText('The name', 1, 80), name)).toBe(false);
  });

  it('has at least as many characters as asked for, however many code units they take', () => {
    const three = nameText('The name', 3, 60);
    expect(accepts(three, 'a🌊')).toBe(false);
    expect(accepts(three, 'ab🌊')).toBe(true);
  });

  it('has at most as many code units as asked for', () => {
    const short = nameText('The name', 1, 4);
    expect(accepts(short, 'a🌊b')).toBe(true);
    expect(accepts(short, 'a🌊🌊')).toBe(false);
  });
});

describe('the name of a person', () => {
  it.each(reservedPersonNames)('cannot be %s', (name) => {
    expect(isNameText(name)).toBe(true);
    expect(isReservedPersonName(name)).toBe(true);
    expect(re2.isReserved(name, reservedPersonName)).toBe(true);
    expect(accepts(personNameText('Your name', 1, 40), name)).toBe(false);
  });

  it.each(goodNames)('is not reserved when it is %s', (name) => {
    expect(re2.isReserved(name, reservedPersonName)).toBe(false);
  });
});

describe('the name of a community or chat', () => {
  it.each(reservedGroupNames)('cannot be %s', (name) => {
    expect(isNameText(name)).toBe(true);
    expect(isReservedGroupName(name)).toBe(true);
    expect(re2.isReserved(name, reservedGroupName)).toBe(true);
    expect(accepts(groupNameText('The name', 1, 60), name)).toBe(false);
  });

  it.each([...goodGroupNames, ...goodNames])('can be %s', (name) => {
    expect(isReservedGroupName(name)).toBe(false);
    expect(re2.isReserved(name, reservedGroupName)).toBe(false);
  });
});

describe('a text', () => {
  it.each(inkyTexts)('shows something when it is %j', (text) => {
    expect(hasInk(text)).toBe(true);
    expect(re2.hasInk(text)).toBe(true);
  });

  it.each(Object.entries(blankTexts))('shows nothing when it is made of %s', (_what, text) => {
    expect(hasInk(text)).toBe(false);
    expect(re2.hasInk(text)).toBe(false);
  });
});

describe('JavaScript and RE2', () => {
  /** Every code point but surrogates and the planes in which nothing is assigned. */
  function* codePoints() {
    for (let code = 0; code <= 0x10ffff; code++) {
      if ((code & 0xf800) === 0xd800 && code < 0x10000) continue;
      if ((code > 0x3ffff && code < 0xe0000) || (code > 0xe1fff && code < 0x10fff0)) continue;
      yield code;
    }
  }
  const hex = (code: number) => `U+${code.toString(16)}`;

  it('give one verdict on every character in a name and in a text, and let through none that is invisible', () => {
    const [characters, shape, refused, ink] = [nameCharacters, nameShape, nameRefused, inkPattern].map(
      (pattern) => RE2JS.compile(pattern),
    ) as [RE2JS, RE2JS, RE2JS, RE2JS];
    const differing: string[] = [];
    const invisible: string[] = [];
    for (const code of codePoints()) {
      const character = String.fromCodePoint(code);
      const isInvisible = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Z}]$/u.test(character);
      for (const name of [`1${character}1`, `a${character}`]) {
        const verdict = isNameText(name);
        if (verdict !== (characters.matches(name) && shape.matches(name) && !refused.matches(name)))
          differing.push(hex(code));
        if (verdict && isInvisible && name !== '1 1') invisible.push(hex(code));
      }
      if (hasInk(character) !== ink.matches(character)) differing.push(hex(code));
      if (hasInk(character) && isInvisible) invisible.push(hex(code));
    }
    expect(differing).toEqual([]);
    expect(invisible).toEqual([]);
  });

  it('take the same characters for a letter of a reserved word', () => {
    const person = RE2JS.compile(reservedPersonName);
    const javaScript = fromRe2(reservedPersonName);
    const differing: string[] = [];
    for (const word of ['otter', 'admin', 'staff', 'help', 'crisis', 'system', 'mod', 'sameboat']) {
      for (let at = 0; at < word.length; at++) {
        for (let code = 0x21; code < 0x2c00; code++) {
          const name = word.slice(0, at) + String.fromCharCode(code) + word.slice(at + 1);
          if (javaScript.test(name) !== person.matches(name)) differing.push(name);
        }
      }
    }
    expect(differing).toEqual([]);
  });
});
