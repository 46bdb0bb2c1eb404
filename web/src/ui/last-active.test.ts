import { expect, it } from 'vitest';
import { lastActiveWords } from './last-active.ts';

const hour = 3_600_000;

it.each([
  ['Active today', -1],
  ['Active today', 23],
  ['Active this week', 24],
  ['Active this week', 7 * 24 - 1],
  ['Active this month', 7 * 24],
  [null, 30 * 24],
])('says “%s” of somebody who was here %d hours ago', (words, hours) => {
  expect(lastActiveWords({ toMillis: () => -hours * hour }, 0)).toBe(words);
});

it('says nothing of somebody who does not show it', () => {
  expect(lastActiveWords(null, 0)).toBeNull();
});
