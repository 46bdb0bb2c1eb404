import { randomUUID } from 'node:crypto';
import { claimPacePath, claimsPerDay, communityNamePath } from '@sameboat/model/community-name';
import { communityNameHash, communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { claimName } from './data/claim-store.ts';
import { type Caller, callFunction, signUp } from './data/suite-caller.fixture.ts';
import { suiteFirestore } from './data/suite-chat.fixture.ts';
import { freshWord } from './data/suite-words.fixture.ts';
import { decideClaim } from './domain/decide-claim.ts';

function freshId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20);
}

async function person(): Promise<Caller> {
  const caller = await signUp();
  const user = newUser({ handle: 'ada', displayName: 'Ada' }, FieldValue.serverTimestamp());
  await suiteFirestore().doc(`users/${caller.uid}`).set(user);
  return caller;
}

const claim = (caller: Caller, name: string, communityId = freshId()) =>
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
