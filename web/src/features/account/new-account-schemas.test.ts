import { describe, expect, it } from 'vitest';
import { signUpSchema, toHandle } from './new-account-schemas.ts';
import { signInSchema } from './sign-in-schemas.ts';

const right = {
  handle: 'mira_88',
  displayName: 'Mira',
  email: 'mira@example.org',
  password: 'a few plain words',
  oldEnough: true,
};

/** The sentences for what is wrong, by field. */
const problems = (change: Partial<typeof right>) => {
  const result = signUpSchema.safeParse({ ...right, ...change });
  return Object.fromEntries(
    result.success ? [] : result.error.issues.map(({ path, message }) => [String(path[0]), message]),
  );
};

describe('the account forms', () => {
  it('take what is right, without the blanks around it', () => {
    expect(
      signUpSchema.safeParse({ ...right, email: ' mira@example.org ', displayName: ' Mira ' }).data,
    ).toEqual(right);
  });

  it('are for people who say that they are 16 or older', () => {
    expect(problems({ oldEnough: false })).toEqual({
      oldEnough: 'Sameboat is for people who are 16 or older.',
    });
  });

  it('take a handle as people type it', () => {
    expect(toHandle(' @Mira_88 ')).toBe('mira_88');
  });

  it('ask for each thing that is missing in words of its own', () => {
    expect(problems({ handle: '', displayName: ' ', email: '', password: '' })).toEqual({
      handle: 'Enter a handle.',
      displayName: 'Enter the name that others will see.',
      email: 'Enter your e-mail address.',
      password: 'Enter a password.',
    });
  });

  it.each(['mi', '8mira', 'mira!', 'a'.repeat(21)])('say what a handle looks like for "%s"', (handle) => {
    expect(problems({ handle })).toEqual({ handle: expect.stringMatching(/3 to 20/) });
  });

  it('call a handle that would pass for Sameboat itself taken', () => {
    expect(problems({ handle: 'helpline' })).toEqual({ handle: 'That handle is taken. Try another.' });
  });

  it.each([
    'mira',
    'mira@',
    'mira@example',
    'mira@example.',
    'mira@.org',
    'a b@example.org',
    'a@b@example.org',
  ])('refuse "%s" as an address, and say what one looks like', (email) => {
    expect(problems({ email })).toEqual({ email: expect.stringMatching(/like name@example\.org/) });
  });

  it.each(['mira@example.org', 'm.i+ra@mail.example.co.uk', 'miré@exämple.org'])('take "%s"', (email) => {
    expect(problems({ email })).toEqual({});
  });

  it('want ten characters of a new password, blanks included, and any of one that exists', () => {
    expect(problems({ password: 'nine char' })).toEqual({ password: expect.stringMatching(/at least 10/) });
    expect(problems({ password: 'ten chars.' })).toEqual({});
    expect(signInSchema.safeParse({ email: right.email, password: 'old' }).success).toBe(true);
  });
});
