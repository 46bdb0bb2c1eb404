import { randomUUID } from 'node:crypto';
import { claimPacePath, claimsPerDay, communityNamePath } from '@sameboat/model/community-name';
import { communityNameHash, communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { claimName } from './data/claim-store.ts';
import { type Caller, callFunction, signInAsGuest, signUp } from './data/suite-caller.fixture.ts';
import { suiteFirestore } from './data/suite-chat.fixture.ts';
import { decideClaim } from './domain/decide-claim.ts';

/** A name that no other test claims: Cyrillic letters without a likeness in ASCII. */
function freshWord(): string {
  return [...randomUUID().replaceAll('-', '')]
    .map((digit) => 'бгджзилпфцчшщэюя'[Number.parseInt(digit, 16)])
    .join('');
}

function freshId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20);
}

async function person(): Promise<Caller> {
  const caller = await signUp();
  const user = newUser({ handle: 'ada', displayName: 'Ada' }, FieldValue.serverTimestamp());
  await suiteFirestore().doc(`users/${caller.uid}`).set(user);
  return caller;
}

const claim = (caller: Caller | null, name: string, communityId = freshId()) =>
  callFunction('claimCommunityName', { name, communityId }, caller);

const stored = async (slug: string) =>
  (
    await suiteFirestore()
      .doc(communityNamePath(await communityNameKey(slug)))
      .get()
  ).data();

describe('claiming a name', () => {
  it('answers the slug, and stores the community and the hash of the name under its key', async () => {
    const word = freshWord();
    const communityId = freshId();
    const name = `${word} Über`;
    expect(await claim(await person(), name, communityId)).toEqual({
      status: 200,
      result: { slug: `${word}-uber` },
    });
    expect(await stored(`${word}-uber`)).toEqual({
      communityId,
      nameHash: await communityNameHash(name),
      at: expect.any(Timestamp),
    });
  });

  it('is refused when somebody has a name that looks like it', async () => {
    const word = freshWord();
    const first = await claim(await person(), `${word} Bérlin`);
    const second = await claim(await person(), `${word.toUpperCase()} – Веrlin`.replace('Ве', 'Be'));
    const other = await claim(await person(), `${word} Berlinka`);
    expect([first.status, second.error?.status, other.status]).toEqual([200, 'ALREADY_EXISTS', 200]);
  });

  it('gives a name to one of two who ask in the same moment', async () => {
    const key = await communityNameKey(freshWord());
    const callers = await Promise.all([person(), person()]);
    const verdicts = await Promise.all(
      callers.map(({ uid }) => {
        const request = { uid, communityId: freshId(), signedInAt: Date.now() };
        return claimName(suiteFirestore(), { ...request, key, nameHash: 'a'.repeat(64) }, (facts) =>
          decideClaim(facts, request, Date.now()),
        );
      }),
    );
    expect(verdicts.map(({ refusal }) => refusal).sort()).toEqual([null, 'taken']);
  });

  it('takes over a claim that nobody followed up within the hour', async () => {
    const word = freshWord();
    expect((await claim(await person(), word)).status).toBe(200);
    const held = suiteFirestore().doc(communityNamePath(await communityNameKey(word)));
    expect((await claim(await person(), word)).error?.status).toBe('ALREADY_EXISTS');
    await held.update({ at: Timestamp.fromMillis(Date.now() - 3_600_000) });
    const communityId = freshId();
    expect((await claim(await person(), word, communityId)).status).toBe(200);
    expect(await stored(word)).toMatchObject({ communityId });
  });

  it('stops at the quota of a day, and counts refused calls', async () => {
    const caller = await person();
    const word = freshWord();
    await claim(await person(), word);
    await claim(caller, word);
    const counter = suiteFirestore().doc(claimPacePath(caller.uid));
    expect((await counter.get()).get('count')).toBe(1);
    await counter.update({ count: claimsPerDay - 1 });
    expect((await claim(caller, freshWord())).status).toBe(200);
    expect((await claim(caller, freshWord())).error?.status).toBe('RESOURCE_EXHAUSTED');
  });
});

describe('renaming', () => {
  it('is for the founder alone', async () => {
    const [founder, other] = await Promise.all([person(), person()]);
    const communityId = freshId();
    const community = suiteFirestore().doc(`communities/${communityId}`);
    await community.set({ name: 'Harbour' });
    await community.collection('private').doc('facts').set({ founderId: founder.uid, memberCount: 1 });
    const name = freshWord();
    expect((await claim(other, name, communityId)).error?.status).toBe('PERMISSION_DENIED');
    expect(await stored(name)).toBeUndefined();
    expect((await claim(founder, name, communityId)).status).toBe(200);
  });
});

describe('a claim is refused to', () => {
  it('somebody who is not signed in', async () => {
    expect((await claim(null, freshWord())).error?.status).toBe('UNAUTHENTICATED');
  });

  it('a guest, with a profile or without', async () => {
    const guest = await signInAsGuest();
    await suiteFirestore()
      .doc(`users/${guest.uid}`)
      .set(newUser({ handle: 'gus', displayName: 'Gus' }, FieldValue.serverTimestamp()));
    expect((await claim(guest, freshWord())).error?.status).toBe('PERMISSION_DENIED');
  });

  it('somebody without a profile', async () => {
    expect((await claim(await signUp(), freshWord())).error?.status).toBe('FAILED_PRECONDITION');
  });

  it('somebody who was banned, and nothing is written', async () => {
    const caller = await person();
    const name = freshWord();
    const sanction = suiteFirestore().doc(`sanctions/${caller.uid}`);
    const ban = { denied: [], reason: '', by: 'staff', at: Timestamp.now(), until: null };
    await sanction.set({ ...ban, banned: true });
    expect((await claim(caller, name)).error?.status).toBe('PERMISSION_DENIED');
    expect(await stored(name)).toBeUndefined();
    await sanction.set({ ...ban, banned: false });
    expect((await claim(caller, name)).status).toBe(200);
  });

  it.each([
    ['no name', { communityId: 'a'.repeat(20) }, 'The name is missing.'],
    ['a name that is no text', { name: 7, communityId: 'a'.repeat(20) }, 'The name is missing.'],
    ['a reserved name', { name: 'Ötter', communityId: 'a'.repeat(20) }, 'kept for Sameboat'],
    ['a name that is too long', { name: 'é'.repeat(61), communityId: 'a'.repeat(20) }, 'at most 60'],
    ['a name with a joiner', { name: 'Берлин\u200d', communityId: 'a'.repeat(20) }, 'letters, numbers'],
    [
      'a name in another form',
      { name: 'Ｂｅｒｌｉｎ', communityId: 'a'.repeat(20) },
      'only look like letters',
    ],
    ['an id that says something', { name: 'Берлин', communityId: 'berlin-depression' }, 'automatic id'],
    ['a path for an id', { name: 'Берлин', communityId: '../users/ada/private' }, 'automatic id'],
    ['a field of its own', { name: 'Берлин', communityId: 'a'.repeat(20), slug: 'x' }, ''],
    ['nothing', null, ''],
  ])('a request with %s', async (_what, data, sentence) => {
    const answer = await callFunction('claimCommunityName', data, await person());
    expect(answer.error).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: expect.stringContaining(sentence),
    });
  });
});
