import { recentSignInMs } from '@sameboat/model/delete-my-account';
import { getApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { describe, expect, it } from 'vitest';
import { ban, endSignIn, wrongInputs } from '../data/suite-attackers.fixture.ts';
import { callFunction, signedInAgo, signInAsGuest } from '../data/suite-caller.fixture.ts';
import { patienceMs, suiteFirestore } from '../data/suite-chat.fixture.ts';
import { openPerson } from '../data/suite-person.fixture.ts';

const firestore = suiteFirestore();

/** Whether an account is as it was: open, with its profile and its sign-in. */
async function isUntouched(uid: string): Promise<boolean> {
  const sanction = await firestore.doc(`sanctions/${uid}`).get();
  const account = await getAuth(getApp()).getUser(uid);
  return (
    sanction.get('kind') !== 'deleted' &&
    (await firestore.doc(`users/${uid}`).get()).exists &&
    !account.disabled
  );
}

describe('nobody deletes an account', () => {
  it('without a sign-in, as a guest, or with a token that is none', async () => {
    const { handle, caller } = await openPerson();
    const guest = await signInAsGuest();
    const nobody = { uid: caller.uid, token: 'not a token' };
    expect((await callFunction('deleteMyAccount', { handle }, nobody)).status).not.toBe(200);
    for (const [who, status] of [
      [null, 'UNAUTHENTICATED'],
      [guest, 'PERMISSION_DENIED'],
    ] as const) {
      expect((await callFunction('deleteMyAccount', { handle }, who)).error?.status).toBe(status);
    }
    expect(await isUntouched(caller.uid)).toBe(true);
    expect((await getAuth(getApp()).getUser(guest.uid)).uid).toBe(guest.uid);
  });

  it('by naming it: another’s handle, uid or path deletes neither theirs nor one’s own', async () => {
    const [mallory, ada] = await Promise.all([openPerson(), openPerson()]);
    for (const data of [
      { handle: ada.handle },
      { handle: null },
      { handle: mallory.handle, uid: ada.caller.uid },
      { handle: { uid: ada.caller.uid } },
      { handle: `../users/${ada.caller.uid}` },
      { uid: ada.caller.uid },
      null,
      ...wrongInputs.map(([, input]) => input),
    ]) {
      const { error } = await callFunction('deleteMyAccount', data, mallory.caller);
      expect(['INVALID_ARGUMENT', 'FAILED_PRECONDITION'], JSON.stringify(data)?.slice(0, 80)).toContain(
        error?.status,
      );
    }
    expect([await isUntouched(ada.caller.uid), await isUntouched(mallory.caller.uid)]).toEqual([true, true]);
  });

  it('on a device that was left signed in: the sign-in must be recent', async () => {
    const { handle, caller } = await openPerson();
    const old = signedInAgo(caller, recentSignInMs + 10_000);
    expect((await callFunction('deleteMyAccount', { handle }, old)).error).toMatchObject({
      status: 'FAILED_PRECONDITION',
      details: { reason: 'sign-in-again' },
    });
    expect(await isUntouched(caller.uid)).toBe(true);
  });

  it('with a stolen token that its owner has ended', async () => {
    const { handle, caller } = await openPerson();
    await endSignIn(caller);
    expect((await callFunction('deleteMyAccount', { handle }, caller)).error?.status).toBe('UNAUTHENTICATED');
    expect(await isUntouched(caller.uid)).toBe(true);
  });
});

it('somebody who is banned may delete their account, and is not let in again by it', async () => {
  const { handle, caller } = await openPerson();
  await ban(caller);
  expect((await callFunction('deleteMyAccount', { handle }, caller)).status).toBe(200);
  const sanction = await firestore.doc(`sanctions/${caller.uid}`).get();
  expect(sanction.data()).toMatchObject({ banned: true, kind: 'deleted', until: null });
});

it('a flood and a later replay of one request are all answered, and put one task into the queue', async () => {
  const { handle, caller } = await openPerson();
  const call = () => callFunction('deleteMyAccount', { handle }, caller);
  const answers = await Promise.all(Array.from({ length: 15 }, call));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await expect
    .poll(
      () =>
        getAuth(getApp())
          .getUser(caller.uid)
          .catch((error) => error.code),
      { timeout: patienceMs },
    )
    .toBe('auth/user-not-found');
  // Somebody else has the handle by now, and keeps it.
  await firestore.doc(`handles/${handle}`).set({ uid: 'zoe' });
  expect((await call()).status).toBe(200);
  expect((await firestore.doc(`handles/${handle}`).get()).get('uid')).toBe('zoe');
});
