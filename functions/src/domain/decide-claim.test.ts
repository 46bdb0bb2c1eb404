import { abandonedClaimMs, claimsPerDay } from '@sameboat/model/community-name';
import type { Permission } from '@sameboat/model/permissions';
import type { Sanction } from '@sameboat/model/sanction';
import { describe, expect, it } from 'vitest';
import { type ClaimFacts, decideClaim } from './decide-claim.ts';
import { at } from './memory-chat-store.fixture.ts';

const now = at(0).toMillis();
const request = { uid: 'ada', communityId: 'harbour', signedInAt: now - 60_000 };
const nothingYet: ClaimFacts = {
  hasProfile: true,
  sanction: null,
  calls: null,
  holder: null,
  community: null,
};

const refusal = (facts: Partial<ClaimFacts>) =>
  decideClaim({ ...nothingYet, ...facts }, request, now).refusal;

const sanction = (fields: Partial<Sanction>): Sanction => ({
  banned: false,
  denied: [],
  reason: '',
  by: 'staff',
  at: at(-1_000_000),
  until: null,
  validAfter: null,
  kind: 'staff',
  ...fields,
});

describe('a name', () => {
  it('goes to whoever asks first, and the call is counted', () => {
    expect(decideClaim(nothingYet, request, now)).toEqual({
      refusal: null,
      calls: { since: now, count: 1 },
    });
  });

  it('is refused to somebody without a profile, and nothing is written', () => {
    expect(decideClaim({ ...nothingYet, hasProfile: false }, request, now)).toEqual({
      refusal: 'no-profile',
      calls: null,
    });
  });
});

describe('a sanction', () => {
  it.each<[string, Partial<Sanction>]>([
    ['a ban', { banned: true }],
    ['a ban with an end to come', { banned: true, until: at(1) }],
    ['withdrawn founding', { denied: ['createCommunity'] }],
    ['withdrawn writing', { denied: ['write'] }],
    ['a sign-in that no longer counts', { validAfter: at(-59_999) }],
    ['an old sign-in, when the ban is over', { banned: true, until: at(0), validAfter: at(-59_999) }],
  ])('refuses: %s', (_what, fields) => {
    expect(refusal({ sanction: sanction(fields) })).toBe('sanctioned');
  });

  it.each<[string, Partial<Sanction>]>([
    ['a ban that is over', { banned: true, until: at(0) }],
    ['other permissions withdrawn', { denied: ['direct', 'joinGroup'] as Permission[] }],
    ['a sign-in after the last sign-out', { validAfter: at(-60_000) }],
  ])('does not refuse: %s', (_what, fields) => {
    expect(refusal({ sanction: sanction(fields) })).toBeNull();
  });
});

describe('the calls of a day', () => {
  const calls = { since: now - 1_000, count: claimsPerDay - 1 };

  it('are allowed up to the last one', () => {
    expect(decideClaim({ ...nothingYet, calls }, request, now)).toEqual({
      refusal: null,
      calls: { since: calls.since, count: claimsPerDay },
    });
  });

  it('are refused after it, and no longer counted', () => {
    const spent = { ...calls, count: claimsPerDay };
    expect(decideClaim({ ...nothingYet, calls: spent }, request, now)).toEqual({
      refusal: 'too-many-calls',
      calls: null,
    });
  });

  it('begin anew a day after the first', () => {
    const yesterday = { since: now - 86_400_000, count: claimsPerDay };
    expect(decideClaim({ ...nothingYet, calls: yesterday }, request, now)).toEqual({
      refusal: null,
      calls: { since: now, count: 1 },
    });
  });

  it('count a refused one', () => {
    const holder = { communityId: 'cove', communityExists: true, claimedAt: now };
    expect(decideClaim({ ...nothingYet, calls, holder }, request, now)).toEqual({
      refusal: 'taken',
      calls: { since: calls.since, count: claimsPerDay },
    });
  });
});

describe('a name that is held', () => {
  const holder = { communityId: 'cove', communityExists: true, claimedAt: now - 10 * abandonedClaimMs };

  it('is refused while that community exists, however old the claim is', () => {
    expect(refusal({ holder })).toBe('taken');
    expect(refusal({ holder: { ...holder, claimedAt: null } })).toBe('taken');
  });

  it('is refused within the hour in which that community may still be created', () => {
    const claimedAt = now - abandonedClaimMs + 1;
    expect(refusal({ holder: { ...holder, communityExists: false, claimedAt } })).toBe('taken');
  });

  it('is free after that hour', () => {
    const claimedAt = now - abandonedClaimMs;
    expect(refusal({ holder: { ...holder, communityExists: false, claimedAt } })).toBeNull();
    expect(refusal({ holder: { ...holder, communityExists: false, claimedAt: null } })).toBeNull();
  });

  it('is given again to the community that holds it', () => {
    expect(refusal({ holder: { ...holder, communityId: 'harbour' } })).toBeNull();
  });
});

describe('a community that exists', () => {
  it('is renamed by its founder', () => {
    expect(refusal({ community: { founderId: 'ada' } })).toBeNull();
  });

  it('is not renamed by anybody else', () => {
    expect(refusal({ community: { founderId: 'ben' } })).toBe('not-the-founder');
    expect(refusal({ community: { founderId: null } })).toBe('not-the-founder');
  });
});
