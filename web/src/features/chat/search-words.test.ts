import { expect, it } from 'vitest';
import { searchWords } from './search-words.ts';

const words = (over: Partial<Parameters<typeof searchWords>[0]>) =>
  searchWords({ wanted: 'sleep', found: 0, backTo: null, isLoading: false, ...over });

it('says what was found and where', () => {
  expect(words({ found: 1 })).toBe('1 message found in the whole chat.');
  expect(words({ found: 12, backTo: '3 March' })).toBe('12 messages found since 3 March.');
  expect(words({ found: 0, backTo: 'Today' })).toBe('Nothing found since today.');
});

it('says how far it has come while it searches', () => {
  expect(words({ found: 0, isLoading: true, backTo: '3 March' })).toBe('Searching, back to 3 March');
});

it('says nothing while nothing is looked for', () => {
  expect(words({ wanted: '' })).toBe('');
});
