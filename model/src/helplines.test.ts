import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countries, directories } from './helplines.ts';

const page = readFileSync(new URL('../../docs/helplines.md', import.meta.url), 'utf8');
const [, emergencyTable = '', helplineTable = ''] = page.split('\n## ');

const cellsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((row) => /^\| [A-Z]{2} \|/u.test(row))
    .map((row) => row.split('|').map((cell) => cell.trim()));

/** `DE 112` for each number in column `column` of rows that name a source. */
const sourced = (table: string, column: number): string[] =>
  cellsOf(table)
    .filter((cells) => cells[column + 1])
    .flatMap((cells) => (cells[column] ?? '').split(', ').map((number) => `${cells[1]} ${number}`))
    .sort();

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

  it('names each service of a country once', () => {
    for (const { code, lines } of countries) {
      expect(new Set(lines.map((line) => line.name)).size, code).toBe(lines.length);
    }
  });

  it('holds only numbers that a phone can dial and addresses over https', () => {
    for (const country of countries) {
      for (const number of country.emergency) expect(number).toMatch(/^\d{2,5}$/);
      for (const line of country.lines) {
        for (const number of line.call ?? []) expect(number, line.name).toMatch(/^\*?\d[\d ]{1,16}$/);
        if (line.text) expect(line.text.number, line.name).toMatch(/^\d{3,12}$/);
        expect(new URL(line.url).protocol).toBe('https:');
      }
    }
    for (const { url } of directories) expect(new URL(url).protocol).toBe('https:');
  });

  it('shows exactly the emergency numbers whose source docs/helplines.md names', () => {
    const shown = countries.flatMap(({ code, emergency }) => emergency.map((number) => `${code} ${number}`));
    expect(shown.sort()).toEqual(sourced(emergencyTable, 2));
  });

  it('shows exactly the helpline numbers whose source docs/helplines.md names', () => {
    const shown = countries.flatMap(({ code, lines }) =>
      lines.flatMap(({ call = [], text }) =>
        [...new Set([...call, ...(text ? [text.number] : [])])].map((number) => `${code} ${number}`),
      ),
    );
    expect(shown.sort()).toEqual(sourced(helplineTable, 3));
  });
});
