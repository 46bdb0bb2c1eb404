import { describe, expect, it } from 'vitest';
import { changeOf, communityFormSchema } from './community-form.ts';

const typed = {
  name: ' River people ',
  topic: 'anxiety',
  place: null,
  about: ' For evenings. ',
  rules: '',
  visibility: 'open',
};

const problems = (change: Partial<Record<keyof typeof typed, unknown>>) => {
  const result = communityFormSchema.safeParse({ ...typed, ...change });
  return Object.fromEntries(
    result.success ? [] : result.error.issues.map(({ path, message }) => [String(path[0]), message]),
  );
};

describe('a new community', () => {
  it('is taken as it was meant, without the blanks around it', () => {
    expect(communityFormSchema.safeParse(typed).data).toEqual({
      name: 'River people',
      topic: 'anxiety',
      place: null,
      about: 'For evenings.',
      rules: '',
      visibility: 'open',
    });
  });

  it('names each thing that is missing at once, in a sentence', () => {
    expect(problems({ name: 'ab', topic: '' })).toEqual({
      name: expect.stringMatching(/at least 3 characters/),
      topic: expect.stringMatching(/^Choose a topic/),
    });
  });

  it('refuses what is too long, and takes one character less', () => {
    expect(problems({ about: 'x'.repeat(2_001), rules: 'x'.repeat(4_001) })).toEqual({
      about: expect.stringMatching(/at most 2000/),
      rules: expect.stringMatching(/at most 4000/),
    });
    expect(problems({ about: 'x'.repeat(2_000), rules: 'x'.repeat(4_000) })).toEqual({});
  });
});

describe('a change of a community', () => {
  const typedIn = {
    name: 'River people',
    place: null,
    about: 'For evenings.',
    rules: 'Be kind.',
    close: false,
  };

  it('holds everything for its founder, and closes it only when they say so', () => {
    expect(changeOf(typedIn, true)).toEqual({
      name: 'River people',
      place: null,
      about: 'For evenings.',
      rules: 'Be kind.',
    });
    expect(changeOf({ ...typedIn, close: true }, true)).toMatchObject({ visibility: 'closed' });
  });

  it('holds what a moderator may change, and nothing that the rules would refuse', () => {
    expect(changeOf({ ...typedIn, close: true }, false)).toEqual({
      about: 'For evenings.',
      rules: 'Be kind.',
    });
  });
});
