import { describe, expect, it } from 'vitest';
import { formatFieldPath, parseFieldPath } from './field-path.ts';

describe('field paths', () => {
  it('parses plain and quoted segments', () => {
    expect(parseFieldPath('a.b_1')).toStrictEqual(['a', 'b_1']);
    expect(parseFieldPath('a.`b c`.`d\\`e\\\\`')).toStrictEqual(['a', 'b c', 'd`e\\']);
    expect(parseFieldPath('`a.b`')).toStrictEqual(['a.b']);
  });

  it('formats what it parses', () => {
    for (const path of [['a', 'b c'], ['`', '\\'], ['é.1']]) {
      expect(parseFieldPath(formatFieldPath(path))).toStrictEqual(path);
    }
  });

  it('refuses everything else in Google’s words', () => {
    expect(() => parseFieldPath('')).toThrow('Invalid empty property path string.');
    for (const path of ['a..b', '.a', 'a.', 'a-b', '1a', '``', 'a`b`']) {
      expect(() => parseFieldPath(path)).toThrow(
        `Invalid property path "${path}". Unquoted property paths must match regex ([a-zA-Z_][a-zA-Z_0-9]*), and quoted property paths must match regex (\`(?:[^\`\\\\]|(?:\\\\.))+\`)`,
      );
    }
  });

  it('may have 1,500 bytes with its dots, and no more', () => {
    const deep = (levels: number) => Array.from({ length: levels }, () => 'a').join('.');
    expect(parseFieldPath(`${deep(749)}.bb`)).toHaveLength(750);
    expect(parseFieldPath(`\`${'é'.repeat(750)}\``)).toStrictEqual(['é'.repeat(750)]);
    for (const long of [
      `${deep(749)}.bbb`,
      `\`${'é'.repeat(750)}a\``,
      deep(20_000),
      `\`${'a'.repeat(10_000_000)}`,
    ]) {
      expect(() => parseFieldPath(long)).toThrow('The property.name is longer than 1500 bytes.');
    }
  });
});
