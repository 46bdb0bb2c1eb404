import { expect, it } from 'vitest';
import { questionIn } from './question-in.ts';

it.each([
  ['Hey Otter, what is 12 times 7?', 'what is 12 times 7?'],
  ['hey otter what day is it', 'what day is it'],
  ['  HEY OTTER: the time', 'the time'],
  ['Hey Otter! Breathe', 'Breathe'],
  ['Hey  Otter\nwhat is 1+1', 'what is 1+1'],
  ['Hey Otter', ''],
  ['Hey Otter -5 plus 3', '-5 plus 3'],
])('reads “%s” as a question', (text, question) => {
  expect(questionIn(text)).toBe(question);
});

it.each([
  'Otter, what is 12 times 7?',
  'I said hey otter',
  'Hey Otters, what is 1+1?',
  'Hey Otterson',
  'Heyotter, hello',
  '> Hey Otter, the time',
  '',
])('does not take “%s” for a question', (text) => {
  expect(questionIn(text)).toBeNull();
});
