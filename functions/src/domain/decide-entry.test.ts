import { codeTries } from '@sameboat/model/access-code';
import { paceQuotas } from '@sameboat/model/pace';
import { describe, expect, it } from 'vitest';
import { decideEntry, type EntryFacts, type EntryRequest } from './decide-entry.ts';
import { at } from './memory-chat-store.fixture.ts';

const now = at(0).toMillis();
const dayMs = 86_400_000;
const request: EntryRequest = { signedInAt: now - 60_000, hasVerifiedEmail: false, join: true };
const welcome: EntryFacts = {
  profileSince: now - 10 * dayMs,
  sanction: null,
  tries: null,
  joins: null,
  fits: true,
  isBanned: false,
  isMember: false,
};
const decide = (facts: Partial<EntryFacts>, asked: Partial<EntryRequest> = {}) =>
  decideEntry({ ...welcome, ...facts }, { ...request, ...asked }, now);

describe('the right code', () => {
  it('lets somebody in, and counts as joining and not as a try', () => {
    expect(decide({})).toEqual({ refusal: null, tries: null, joins: { since: now, count: 1 } });
  });

  it('shows the rules without a membership, and does nothing for somebody who is a member', () => {
    expect(decide({}, { join: false })).toEqual({ refusal: null, tries: null, joins: null });
    expect(decide({ isMember: true })).toEqual({ refusal: null, tries: null, joins: null });
  });

  it('is answered like a wrong one to somebody who was banned', () => {
    expect(decide({ isBanned: true })).toEqual(decide({ fits: false }));
    expect(decide({ isBanned: true }, { join: false })).toEqual(decide({ fits: false }));
  });

  it('lets in as many times a day as the quota of joining says', () => {
    const { settled, others } = paceQuotas.joinCommunity;
    const joined = (count: number) => ({ joins: { since: now - 1, count } });
    expect(decide(joined(others - 1)).refusal).toBeNull();
    expect(decide(joined(others)).refusal).toBe('too-often');
    expect(decide(joined(settled - 1), { hasVerifiedEmail: true }).refusal).toBeNull();
    expect(decide(joined(settled), { hasVerifiedEmail: true }).refusal).toBe('too-often');
    const newcomer = { ...joined(others), profileSince: now - dayMs };
    expect(decide(newcomer, { hasVerifiedEmail: true }).refusal).toBe('too-often');
  });
});

describe('a code that does not fit', () => {
  it('is refused and counted, five times in an hour', () => {
    expect(decide({ fits: false })).toEqual({
      refusal: 'wrong-code',
      tries: { since: now, count: 1 },
      joins: null,
    });
    const tries = { since: now - 1, count: codeTries.count - 1 };
    expect(decide({ fits: false, tries }).refusal).toBe('wrong-code');
  });

  it('ends in a wait, in which the right one is not looked at either', () => {
    const tries = { since: now - codeTries.windowMs + 1, count: codeTries.count };
    expect(decide({ fits: false, tries })).toEqual({ refusal: 'too-many-tries', tries: null, joins: null });
    expect(decide({ fits: true, tries }).refusal).toBe('too-many-tries');
    expect(decide({ fits: true, tries: { ...tries, since: now - codeTries.windowMs } }).refusal).toBeNull();
  });
});

describe('somebody who may not join communities', () => {
  const sanction = {
    banned: false,
    denied: [],
    reason: '',
    by: 'staff',
    at: at(-1),
    until: null,
    validAfter: null,
    kind: 'staff' as const,
  };

  it('learns nothing about the code', () => {
    for (const fits of [true, false]) {
      expect(decide({ fits, profileSince: null }).refusal).toBe('no-profile');
      expect(decide({ fits, sanction: { ...sanction, banned: true } }).refusal).toBe('sanctioned');
      expect(decide({ fits, sanction: { ...sanction, denied: ['joinCommunity'] } }).refusal).toBe(
        'sanctioned',
      );
    }
    expect(decide({ sanction: { ...sanction, denied: ['write'] } }).refusal).toBeNull();
  });
});
