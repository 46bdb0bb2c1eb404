import { describe, expect, it } from 'vitest';
import { denialIn } from './denials.ts';

describe('a denial in a log', () => {
  it('of Firestore is the whole line', () => {
    const line = 'denied get chats/c at line 8: request.auth != null is false, where request.auth is null.';
    expect(denialIn(line)).toBe(line);
  });

  it('of Storage is what firebase-tools warns of, without its sign and colours', () => {
    const denial = 'denied get users/u/avatar/f in Storage at line 34: isPerson() is false.';
    expect(denialIn(`\u001b[33m\u001b[1m⚠ \u001b[22m\u001b[39m ${denial}`)).toBe(denial);
    const uncovered = 'denied get x in Storage: no allow statement covers this path and method.';
    expect(denialIn(`⚠  storage: ${uncovered}`)).toBe(uncovered);
  });

  it('is not the read of something that does not exist', () => {
    const line =
      'denied get chats/c at line 40: resource.data fails (Null value error), where resource is null.';
    expect(denialIn(line)).toBe('not found: chats/c');
    expect(denialIn(line.replace('is null.', 'is null and uid is text(3). (and 1 more)'))).toBe(
      'not found: chats/c',
    );
    expect(
      denialIn('⚠ denied get users/u/f in Storage at line 9: resource.size fails, where resource is null.'),
    ).toBe('not found: users/u/f in Storage');
  });

  it.each([
    'denied get chats/c at line 40: resource.data.open is false, where resource.data.open is false.',
    'denied get chats/c at line 8: request.auth != null is false, where request.auth is null.',
    'denied update chats/c at line 8: resource.data fails (Null value error), where resource is null.',
    'denied get chats/c at line 8: f(resource) is false, where resource is nullable.',
  ])('stays one: %s', (line) => {
    expect(denialIn(line)).toBe(line);
  });

  it('is no other line, and not the rest of one', () => {
    expect(denialIn('Firestore accepts on 127.0.0.1:8080 for demo.')).toBeNull();
    expect(denialIn('    line 12: isPerson() is false.')).toBeNull();
    expect(denialIn('⚠  functions: denied by the sender')).toBeNull();
  });
});
