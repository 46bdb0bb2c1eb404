import { randomUUID } from 'node:crypto';
import { claimsPerDay, communityNamePath } from '@sameboat/model/community-name';
import { communityNameKey } from '@sameboat/model/slug';
import { newUser } from '@sameboat/model/user';
import { FieldValue } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { type Caller, callFunction, signInAsGuest, signUp } from '../data/suite-caller.fixture.ts';
import { suiteFirestore } from '../data/suite-chat.fixture.ts';
import { freshWord } from '../data/suite-words.fixture.ts';

const freshId = () => randomUUID().replaceAll('-', '').slice(0, 20);

async function withProfile(caller: Caller): Promise<Caller> {
  const user = newUser({ handle: 'ada', displayName: 'Ada' }, FieldValue.serverTimestamp());
  await suiteFirestore().doc(`users/${caller.uid}`).set(user);
  return caller;
}

const person = async (): Promise<Caller> => withProfile(await signUp());
const claim = (caller: Caller | null, name: string, communityId = freshId()) =>
  callFunction('claimCommunityName', { name, communityId }, caller);

async function isClaimed(name: string): Promise<boolean> {
  const claimed = await suiteFirestore()
    .doc(communityNamePath(await communityNameKey(name)))
    .get();
  return claimed.exists;
}

describe('a claim is refused, and nothing is written, to', () => {
  it.each<readonly [string, () => Promise<Caller | null>, string]>([
    ['somebody who is not signed in', async () => null, 'UNAUTHENTICATED'],
    ['a guest with a profile', async () => withProfile(await signInAsGuest()), 'PERMISSION_DENIED'],
    ['somebody without a profile', () => signUp(), 'FAILED_PRECONDITION'],
    [
      'somebody who was banned',
      async () => {
        const banned = await person();
        await ban(banned);
        return banned;
      },
      'PERMISSION_DENIED',
    ],
    [
      'somebody with the token of a sign-in that was ended',
      async () => {
        const old = await person();
        await endSignIn(old);
        return old;
      },
      'PERMISSION_DENIED',
    ],
  ])('%s', async (_who, caller, status) => {
    const name = freshWord();
    expect((await claim(await caller(), name)).error?.status).toBe(status);
    expect(await isClaimed(name)).toBe(false);
    expect((await claim(await person(), name)).status).toBe(200);
  });
});

describe('a claim is refused with', () => {
  it.each<readonly [string, unknown, string]>([
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
    ['a slug of its own', { name: 'Берлин', communityId: 'a'.repeat(20), slug: 'x' }, ''],
    ['somebody else’s uid', { name: 'Берлин', communityId: 'a'.repeat(20), uid: 'ada' }, ''],
    ['nothing', null, ''],
    ...wrongInputs.map(([what, data]) => [what, data, ''] as const),
  ])('%s', async (_what, data, sentence) => {
    const answer = await callFunction('claimCommunityName', data, await person());
    expect(answer.error).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: expect.stringContaining(sentence),
    });
  });
});

it('a flood of claims at once gets as many names as a day has, and no more', async () => {
  const caller = await person();
  const answers = await Promise.all(
    Array.from({ length: claimsPerDay + 8 }, () => claim(caller, freshWord())),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBe(claimsPerDay);
  expect(new Set(answers.map(({ error }) => error?.status))).toEqual(
    new Set([undefined, 'RESOURCE_EXHAUSTED']),
  );
});

it('a claim that is sent again changes nothing, and another person’s copy of it is refused', async () => {
  const [caller, thief] = await Promise.all([person(), person()]);
  const [name, communityId] = [freshWord(), freshId()];
  const first = await claim(caller, name, communityId);
  expect(await claim(caller, name, communityId)).toEqual(first);
  expect((await claim(thief, name)).error?.status).toBe('ALREADY_EXISTS');
});
