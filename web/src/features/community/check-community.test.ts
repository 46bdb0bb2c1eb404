import { describe, expect, it } from 'vitest';
import { type CommunityDraft, checkCommunity } from './check-community.ts';

const draft: CommunityDraft = {
  name: ' River people ',
  topic: 'anxiety',
  place: null,
  about: ' For evenings. ',
  rules: '',
};

describe('a new community', () => {
  it('is taken as it was meant, without the blanks around it', () => {
    expect(checkCommunity(draft)).toEqual({
      input: { name: 'River people', topic: 'anxiety', place: null, about: 'For evenings.', rules: '' },
      problems: {},
    });
  });

  it('names each thing that is missing at once, in a sentence', () => {
    const { input, problems } = checkCommunity({ ...draft, name: 'ab', topic: null });
    expect(input).toBeNull();
    expect(problems.name).toMatch(/at least 3 characters/);
    expect(problems.topic).toMatch(/^Choose a topic/);
  });

  it('refuses what is too long', () => {
    expect(checkCommunity({ ...draft, about: 'x'.repeat(2_001) }).problems.about).toMatch(/at most 2000/);
    expect(checkCommunity({ ...draft, rules: 'x'.repeat(4_001) }).problems.rules).toMatch(/at most 4000/);
  });
});
