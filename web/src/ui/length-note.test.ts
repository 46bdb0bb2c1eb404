import { describe, expect, it } from 'vitest';
import { lengthNote } from './length-note.ts';

describe('lengthNote', () => {
  it('keeps silent while there is room, and where there is no limit', () => {
    expect(lengthNote('a'.repeat(15), 20)).toBeNull();
    expect(lengthNote('a'.repeat(500), undefined)).toBeNull();
  });

  it('counts down the last fifth, and then what is too many', () => {
    expect(lengthNote('a'.repeat(16), 20)).toEqual({ words: '4 characters left', over: false });
    expect(lengthNote('a'.repeat(19), 20)).toEqual({ words: '1 character left', over: false });
    expect(lengthNote('a'.repeat(20), 20)).toEqual({ words: '0 characters left', over: false });
    expect(lengthNote('a'.repeat(21), 20)).toEqual({ words: '1 character too many', over: true });
    expect(lengthNote('a'.repeat(23), 20)).toEqual({ words: '3 characters too many', over: true });
  });

  it('counts an emoji once, and no blanks around', () => {
    expect(lengthNote(' \u{1F6F6}\u{1F6F6} ', 2)).toEqual({ words: '0 characters left', over: false });
  });
});
