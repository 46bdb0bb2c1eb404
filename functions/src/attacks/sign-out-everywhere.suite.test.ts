import { describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import {
  type Caller,
  callFunction,
  signedInAgo,
  signInAsGuest,
  signUp,
} from '../data/suite-caller.fixture.ts';
import { suiteFirestore } from '../data/suite-chat.fixture.ts';

const signOut = (caller: Caller | null, data: unknown = null) =>
  callFunction('signOutEverywhere', data, caller);
const sanctionOf = async ({ uid }: Caller) => (await suiteFirestore().doc(`sanctions/${uid}`).get()).data();

describe('signing out everywhere is refused, and nobody is signed out,', () => {
  it('to somebody who is not signed in', async () => {
    expect((await signOut(null)).error?.status).toBe('UNAUTHENTICATED');
  });

  it('with an uid or anything else as input', async () => {
    const [caller, other] = await Promise.all([signUp(), signUp()]);
    for (const data of [{ uid: other.uid }, { data: null }, ...wrongInputs.map(([, input]) => input)]) {
      expect((await signOut(caller, data)).error?.status).toBe('INVALID_ARGUMENT');
    }
    expect([await sanctionOf(caller), await sanctionOf(other)]).toEqual([undefined, undefined]);
  });

  it('with the token of a sign-in that was ended: a thief’s must not keep its owner out', async () => {
    const thief = signedInAgo(await signUp(), 60_000);
    await endSignIn(thief);
    const before = await sanctionOf(thief);
    expect((await signOut(thief)).error?.status).toBe('UNAUTHENTICATED');
    expect(await sanctionOf(thief)).toEqual(before);
  });
});

it('a guest may, for no token may be beyond ending', async () => {
  expect(await signOut(await signInAsGuest())).toEqual({ status: 200, result: null });
});

it('somebody who is banned may, and stays banned', async () => {
  const caller = await signUp();
  await ban(caller);
  expect((await signOut(caller)).status).toBe(200);
  expect(await sanctionOf(caller)).toMatchObject({ banned: true, kind: 'staff', reason: 'Spam' });
});

it('a flood and a replay end the same sign-in once, and the next sign-in is good', async () => {
  const caller = await signUp();
  const answers = await Promise.all(Array.from({ length: 12 }, () => signOut(caller)));
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  for (const { status } of answers) expect([200, 401]).toContain(status);
  const validAfter = (await sanctionOf(caller))?.validAfter.toMillis();
  expect((await signOut(caller)).error?.status).toBe('UNAUTHENTICATED');
  expect((await sanctionOf(caller))?.validAfter.toMillis()).toBe(validAfter);
  const again = signedInAgo(caller, Date.now() - validAfter - 1_000);
  expect((await signOut(again)).status).toBe(200);
});
