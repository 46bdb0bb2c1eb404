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

  it('is no other line, and not the rest of one', () => {
    expect(denialIn('Firestore accepts on 127.0.0.1:8080 for demo.')).toBeNull();
    expect(denialIn('    line 12: isPerson() is false.')).toBeNull();
    expect(denialIn('⚠  functions: denied by the sender')).toBeNull();
  });
});
