import { describe, expect, it } from 'vitest';
import { codeOfFragment, typedCodeSchema } from './access-code.ts';

describe('a code that somebody types', () => {
  it.each(['0A1B2-CDEFG', '0a1b2cdefg', ' oaib2 - cdefg'])('is taken: %j', (typed) => {
    expect(typedCodeSchema.safeParse(typed).success).toBe(true);
  });

  it.each([
    ['', 'Enter the code.'],
    [' - ', 'Enter the code.'],
    ['0A1B2', 'A code has 10'],
    ['0A1B2-CDEFGH', 'A code has 10'],
    ['0A1B2-CDEF!', 'A code has 10'],
  ])('is sent back with a sentence: %j', (typed, sentence) => {
    expect(typedCodeSchema.safeParse(typed).error?.issues[0]?.message).toContain(sentence);
  });
});

it('an invitation link holds its code in the fragment, and any other fragment holds none', () => {
  expect(codeOfFragment('#0a1b2-cdefg')).toBe('0A1B2-CDEFG');
  expect(codeOfFragment('#members')).toBeNull();
  expect(codeOfFragment('')).toBeNull();
});
