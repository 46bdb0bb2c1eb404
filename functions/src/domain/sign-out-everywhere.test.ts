import type { Sanction } from '@sameboat/model/sanction';
import { describe, expect, it } from 'vitest';
import type { Clock } from './look-at-chat.ts';
import { MemorySanctions } from './memory-sanctions.fixture.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { timeOf } from './time-of.ts';

const second = 1_000;
const now = 1_700_000_000_345;
const signedInAt = 1_699_990_000;

function ports(stored: Sanction | null = null) {
  const sanctions = new MemorySanctions();
  if (stored) sanctions.stored.set('ada', stored);
  const done: string[] = [];
  let time = now;
  const clock: Clock = {
    now: () => time,
    waitUntil: async (until) => {
      done.push('waited');
      time = until;
    },
  };
  const revokeSessions = async (uid: string) =>
    void done.push(`revoked ${uid}, with ${sanctions.stored.size} sanction`);
  return { sanctions, clock, revokeSessions, done };
}

const ban: Sanction = {
  banned: true,
  denied: ['direct'],
  reason: 'harassment',
  by: 'staff',
  at: timeOf(1),
  until: null,
  validAfter: null,
  kind: 'staff',
};

describe('signing out everywhere', () => {
  it('refuses older sign-ins at once, then revokes the sessions, and answers when a new sign-in is good', async () => {
    const { done, ...all } = ports();
    expect(await signOutEverywhere(all, { uid: 'ada', signedInAt, olderOnly: false })).toBe('signed-out');
    expect(done).toEqual(['revoked ada, with 1 sanction', 'waited']);
    expect(all.sanctions.stored.get('ada')).toMatchObject({ banned: false, denied: [], kind: 'signOut' });
    const validAfter = all.sanctions.stored.get('ada')?.validAfter?.toMillis() ?? 0;
    expect(validAfter).toBe(now);
    // What the rules compare: the second of the sign-in.
    const secondOf = (millis: number) => Math.floor(millis / second) * second;
    expect(secondOf(now - 1)).toBeLessThan(validAfter);
    expect(secondOf(all.clock.now())).toBeGreaterThanOrEqual(validAfter);
  });

  it('leaves a ban as it is, and an account that was deleted', async () => {
    for (const stored of [ban, { ...ban, kind: 'deleted' as const }]) {
      const { done: _, ...all } = ports(stored);
      await signOutEverywhere(all, { uid: 'ada', signedInAt, olderOnly: false });
      const { validAfter, ...rest } = all.sanctions.stored.get('ada') ?? ban;
      expect({ ...rest, validAfter: null }).toEqual(stored);
      expect(validAfter?.toMillis()).toBe(now);
    }
  });

  it('can be done again, with the newer time', async () => {
    const earlier: Sanction = {
      ...ban,
      banned: false,
      denied: [],
      kind: 'signOut',
      validAfter: timeOf(signedInAt * second),
    };
    const { done: _, ...all } = ports(earlier);
    expect(await signOutEverywhere(all, { uid: 'ada', signedInAt, olderOnly: false })).toBe('signed-out');
    expect(all.sanctions.stored.get('ada')?.validAfter?.toMillis()).toBe(now);
  });

  it('is refused to a sign-in that was ended already, which must not keep its owner out', async () => {
    const earlier: Sanction = { ...ban, kind: 'signOut', validAfter: timeOf(signedInAt * second + 1) };
    const { done, ...all } = ports(earlier);
    expect(await signOutEverywhere(all, { uid: 'ada', signedInAt, olderOnly: false })).toBe('older-sign-in');
    expect(all.sanctions.stored.get('ada')).toEqual(earlier);
    expect(done).toEqual([]);
  });

  it('never moves the time back', async () => {
    const { done: _, ...all } = ports({ ...ban, validAfter: timeOf(now + second) });
    await signOutEverywhere(all, { uid: 'ada', signedInAt: now, olderOnly: false });
    expect(all.sanctions.stored.get('ada')?.validAfter?.toMillis()).toBe(now + second);
  });

  describe('with a new password', () => {
    const fresh = Math.floor(now / second) - 2;

    it('ends the sign-ins before the caller, who goes on, and leaves the sessions to Auth', async () => {
      const { done, ...all } = ports();
      expect(await signOutEverywhere(all, { uid: 'ada', signedInAt: fresh, olderOnly: true })).toBe(
        'signed-out',
      );
      expect(all.sanctions.stored.get('ada')?.validAfter?.toMillis()).toBe(fresh * second);
      expect(done).toEqual([]);
    });

    it('is refused to a sign-in that is older than five minutes, which may not know the password', async () => {
      const { done: _, ...all } = ports();
      const old = Math.floor(now / second) - 301;
      const call = { uid: 'ada', olderOnly: true };
      expect(await signOutEverywhere(all, { ...call, signedInAt: old })).toBe('older-sign-in');
      expect(all.sanctions.stored.size).toBe(0);
      expect(await signOutEverywhere(all, { ...call, signedInAt: old + 10 })).toBe('signed-out');
    });

    it('lets nobody back in whose sign-in was ended before', async () => {
      const { done: _, ...all } = ports({ ...ban, kind: 'signOut', validAfter: timeOf(now) });
      const call = { uid: 'ada', signedInAt: fresh, olderOnly: true };
      expect(await signOutEverywhere(all, call)).toBe('older-sign-in');
      expect(all.sanctions.stored.get('ada')?.validAfter?.toMillis()).toBe(now);
    });
  });
});
