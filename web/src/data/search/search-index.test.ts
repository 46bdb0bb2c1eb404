import { expect, it } from 'vitest';
import { createSearchIndex } from './search-index.ts';

const filled = () => {
  const index = createSearchIndex();
  index.put([
    { id: 'a', text: 'I slept badly again' },
    { id: 'b', text: 'Sleeping is better in Köln' },
    { id: 'c', text: '昨日は東京都にいました' },
  ]);
  return index;
};

it('finds every message that has all the words, by their beginnings', () => {
  expect(filled().find('sle')).toEqual(expect.arrayContaining(['a', 'b']));
  expect(filled().find('sle koln')).toEqual(['b']);
  expect(filled().find('slept Köln')).toEqual([]);
});

it('finds a part of a sentence that has no spaces', () => {
  expect(filled().find('東京')).toEqual(['c']);
  expect(filled().find('京都')).toEqual(['c']);
  expect(filled().find('た')).toEqual(['c']);
  expect(filled().find('都京')).toEqual([]);
});

it('forgets what was removed and finds an edited message by its new words alone', () => {
  const index = filled();
  index.remove(['a', 'unknown']);
  index.put([{ id: 'b', text: 'It was edited' }]);
  expect(index.find('sle')).toEqual([]);
  expect(index.find('edited')).toEqual(['b']);
});

it('finds nothing for nothing', () => {
  expect(filled().find(' … ')).toEqual([]);
});
