import { newCodesPerDay } from '@sameboat/model/access-code';
import { expect, it } from 'vitest';
import { decideRenewal, type RenewalFacts } from './decide-renewal.ts';

const now = Date.UTC(2026, 10, 21);
const facts: RenewalFacts = { visibility: 'closed', role: 'founder', sanction: null, calls: null };
const refusal = (change: Partial<RenewalFacts>) =>
  decideRenewal({ ...facts, ...change }, { signedInAt: now - 1, now }).refusal;

it('a new code is for the founder of a closed community, some times a day', () => {
  expect(decideRenewal(facts, { signedInAt: now - 1, now })).toEqual({
    refusal: null,
    calls: { since: now, count: 1 },
  });
  expect(refusal({ role: 'moderator' })).toBe('not-the-founder');
  expect(refusal({ role: null, visibility: null })).toBe('not-the-founder');
  expect(refusal({ visibility: 'open' })).toBe('not-closed');
  expect(refusal({ calls: { since: now - 1, count: newCodesPerDay - 1 } })).toBeNull();
  expect(refusal({ calls: { since: now - 1, count: newCodesPerDay } })).toBe('too-many-calls');
});
