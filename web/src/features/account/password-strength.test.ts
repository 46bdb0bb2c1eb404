import { describe, expect, it } from 'vitest';
import { isEasyToGuess } from './password-strength.ts';

const owner = { email: 'mira.lake@example.org', handle: 'mira_88', displayName: 'Mira Lake' };

describe('isEasyToGuess', () => {
  it.each(['password123', 'qwertyuiop', '1234567890', 'aaaaaaaaaaaa', 'sunshine2024', 'sameboat2026'])(
    'says so of "%s", which others have too',
    async (password) => {
      expect(await isEasyToGuess(password, owner)).toBe(true);
    },
  );

  it('says so of what is known about its owner, and not when somebody else has it', async () => {
    expect(await isEasyToGuess('mira_88mira', owner)).toBe(true);
    expect(await isEasyToGuess('mira_88mira', { email: '', handle: '', displayName: '' })).toBe(false);
  });

  it.each(['a few plain words', 'correct horse', 'kR7-blau-Teich'])('lets "%s" pass', async (password) => {
    expect(await isEasyToGuess(password, owner)).toBe(false);
  });
});
