import { expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

const drawn = (text: string, wanted: string) =>
  markedParts(text, wanted)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

it('marks the words that begin with what is looked for', () => {
  expect(drawn('The café was calm, cafés are', 'CAFE')).toBe('The [café] was calm, [cafés] are');
});

it('marks a part of a run in a script without spaces', () => {
  expect(drawn('昨日は東京都にいました', '京都')).toBe('昨日は東[京都]にいました');
});

it('begins near the first match of a long text and says that there is more', () => {
  const long = `${'before '.repeat(40)}here it is ${'after '.repeat(40)}`;
  const text = drawn(long, 'here');
  expect(text).toMatch(/^… before .*\[here\] it is after.* …$/u);
  expect(text.length).toBeLessThan(180);
});

it('leaves a text without a match as it begins', () => {
  expect(drawn('nothing of the kind', 'else')).toBe('nothing of the kind');
});

it('never cuts a character in two', () => {
  const text = '🙂'.repeat(300);
  expect(() => markedParts(text, 'x').map((part) => encodeURIComponent(part.text))).not.toThrow();
});
