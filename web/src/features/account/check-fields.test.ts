import { describe, expect, it } from 'vitest';
import { checkDisplayName, checkEmail, checkHandle, checkNewPassword, toHandle } from './check-fields.ts';

describe('account fields', () => {
  it('takes a handle as people type it and keeps it small', () => {
    expect(toHandle(' @Mira_88 ')).toBe('mira_88');
  });

  it.each(['mi', '8mira', 'mira!', 'a'.repeat(21)])(
    'explains what a handle looks like for "%s"',
    (handle) => {
      expect(checkHandle(handle)).toMatch(/3 to 20/);
    },
  );

  it('calls a name that would pass for Sameboat itself taken', () => {
    expect(checkHandle('helpline')).toBe('That handle is taken. Try another.');
  });

  it('accepts what is right', () => {
    expect(checkHandle('mira_88')).toBeNull();
    expect(checkDisplayName('Mira')).toBeNull();
    expect(checkEmail('mira@example.org')).toBeNull();
    expect(checkNewPassword('a few plain words')).toBeNull();
  });

  it('asks for what is missing in words of its own', () => {
    expect(checkHandle('')).toBe('Choose a handle.');
    expect(checkDisplayName('')).toBe('Choose the name that others see.');
    expect(checkEmail('')).toBe('Enter your e-mail address.');
    expect(checkNewPassword('')).toBe('Choose a password.');
  });

  it('says how long a password must be', () => {
    expect(checkNewPassword('short')).toMatch(/at least 8 characters/);
  });
});
