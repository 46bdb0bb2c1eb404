import { describe, expect, it } from 'vitest';
import { dialAddress, textAddress } from './dial.ts';
import { countries, directories } from './helplines.ts';

describe('helplines', () => {
  it('names each country once', () => {
    const codes = countries.map((country) => country.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('gives every country an emergency number and a line that can be reached', () => {
    for (const country of countries) {
      expect(country.emergency.length, country.code).toBeGreaterThan(0);
      expect(country.lines.length, country.code).toBeGreaterThan(0);
      for (const line of country.lines) expect(line.call ?? line.text, line.name).toBeDefined();
    }
  });

  it('holds only numbers that a phone can dial and addresses over https', () => {
    for (const country of countries) {
      for (const number of country.emergency) expect(number).toMatch(/^\d{2,5}$/);
      for (const line of country.lines) {
        for (const number of line.call ?? []) expect(number, line.name).toMatch(/^\*?\d[\d ]{1,16}$/);
        expect(new URL(line.url).protocol).toBe('https:');
      }
    }
    for (const { url } of directories) expect(new URL(url).protocol).toBe('https:');
  });
});

describe('dialAddress', () => {
  it('drops the blanks people write and keeps a leading star', () => {
    expect(dialAddress('0800 111 0 111')).toBe('tel:08001110111');
    expect(dialAddress('*4141')).toBe('tel:%2A4141');
  });
});

describe('textAddress', () => {
  it('fills in the first words', () => {
    expect(textAddress('85258', 'SHOUT')).toBe('sms:85258?&body=SHOUT');
  });
});
