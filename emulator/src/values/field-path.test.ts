import { describe, expect, it } from 'vitest';
import { formatFieldPath, parseFieldPath } from './field-path.ts';

describe('field paths', () => {
  it('parses plain and quoted segments', () => {
    expect(parseFieldPath('a.b_1')).toEqual(['a', 'b_1']);
    expect(parseFieldPath('a.`b c`.`d\\`e\\\\`')).toEqual(['a', 'b c', 'd`e\\']);
    expect(parseFieldPath('`a.b`')).toEqual(['a.b']);
  });

  it('formats what it parses', () => {
    for (const path of [['a', 'b c'], ['`', '\\'], ['é.1']]) {
      expect(parseFieldPath(formatFieldPath(path))).toEqual(path);
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
});
