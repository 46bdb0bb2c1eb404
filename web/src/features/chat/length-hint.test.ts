import { limits } from '@sameboat/model/limits';
import { describe, expect, it } from 'vitest';
import { lengthHint } from './length-hint.ts';

const max = limits.messageTextMax;
const words = (length: number) => lengthHint(length)?.words.split('. ')[0] ?? null;

describe('the hint about the length of a message', () => {
  it('says nothing until 400 characters are left', () => {
    expect([words(0), words(max - 401), words(max - 400)]).toEqual([null, null, '400 characters left']);
  });

  it('counts one character as one', () => {
    expect([words(max - 1), words(max + 1)]).toEqual(['1 character left', '1 character too many']);
  });

  it('is about the limit, which can still be sent', () => {
    expect(lengthHint(max)).toEqual({ words: '0 characters left', isTooLong: false });
    expect(lengthHint(max + 1)?.isTooLong).toBe(true);
    expect(words(max + 2)).toBe('2 characters too many');
  });
});
