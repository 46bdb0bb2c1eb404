import { recentSignInMs } from '@sameboat/model/delete-my-account';
import type { Sanction } from '@sameboat/model/sanction';
import { describe, expect, it } from 'vitest';
import { MemoryDocuments } from './memory-document-store.fixture.ts';
import { MemorySanctions } from './memory-sanctions.fixture.ts';
import { requestDeletion } from './request-deletion.ts';
import { timeOf } from './time-of.ts';

const now = 1_700_000_000_000;

function world() {
  const queued: string[] = [];
  return {
    documents: new MemoryDocuments({
      'users/ada': { handle: 'ada_l' },
      'communities/harbour/members/ada': { uid: 'ada', role: 'founder' },
      'communities/other/members/ada': { uid: 'ada', role: 'moderator' },
      'communities/other/members/ben': { uid: 'ben', role: 'founder' },
    }),
    sanctions: new MemorySanctions(),
    queued,
    enqueue: async (uid: string) => {
      queued.push(uid);
    },
  };
}

const request = { uid: 'ada', handle: 'ada_l', signedInAt: now - 60_000, now };

describe('asking for an account to be deleted', () => {
  it('closes the account at once and has it removed, and answers the same when asked again', async () => {
    const ports = world();
    expect(await requestDeletion(ports, request)).toBeNull();
    expect(ports.sanctions.stored.get('ada')).toMatchObject({ banned: true, kind: 'deleted' });
    expect(ports.queued).toEqual(['ada']);
    // By now the profile may be gone, and the sign-in too old.
    ports.documents.stored.delete('users/ada');
    expect(await requestDeletion(ports, { ...request, now: now + 3_000_000 })).toBeNull();
  });

  it('leaves the account as it is when the queue cannot be reached', async () => {
    const ports = world();
    const enqueue = () => Promise.reject(new Error('no queue'));
    await expect(requestDeletion({ ...ports, enqueue }, request)).rejects.toThrow('no queue');
    expect(ports.sanctions.stored.size).toBe(0);
  });

  it('is refused with another handle, or without one', async () => {
    for (const handle of ['ben_k', 'ada', null]) {
      const ports = world();
      expect(await requestDeletion(ports, { ...request, handle })).toEqual({ reason: 'wrong-handle' });
      expect([ports.queued, ports.sanctions.stored.size]).toEqual([[], 0]);
    }
  });

  it('needs no handle of somebody without a profile', async () => {
    const ports = world();
    ports.documents.stored.delete('users/ada');
    expect(await requestDeletion(ports, request)).toEqual({ reason: 'wrong-handle' });
    expect(await requestDeletion(ports, { ...request, handle: null })).toBeNull();
  });

  it('needs a sign-in of the last five minutes', async () => {
    const signedInAt = now - recentSignInMs - 1;
    expect(await requestDeletion(world(), { ...request, signedInAt })).toEqual({ reason: 'sign-in-again' });
    expect(await requestDeletion(world(), { ...request, signedInAt: signedInAt + 1 })).toBeNull();
  });

  it('is refused to a sign-in that was ended, and to none of somebody banned', async () => {
    const ports = world();
    const ban: Omit<Sanction, 'validAfter' | 'kind'> = {
      banned: true,
      denied: [],
      reason: 'spam',
      by: 'staff',
      at: timeOf(1),
      until: null,
    };
    ports.sanctions.stored.set('ada', { ...ban, validAfter: timeOf(now), kind: 'staff' });
    expect(await requestDeletion(ports, request)).toBe('signed-out');
    ports.sanctions.stored.set('ada', { ...ban, validAfter: null, kind: 'staff' });
    expect(await requestDeletion(ports, request)).toBeNull();
  });

  it('is refused to the founder of a community with others in it, and says which', async () => {
    const ports = world();
    ports.documents.stored.set('communities/harbour/members/ben', { uid: 'ben', role: 'member' });
    expect(await requestDeletion(ports, request)).toEqual({ reason: 'founder', communityIds: ['harbour'] });
    expect(ports.queued).toEqual([]);
  });
});
