import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { suiteFirestore } from './data/suite-chat.fixture.ts';

const password = 'a quiet harbour';

async function ask(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const auth = () => `http://${process.env.FIREBASE_AUTH_EMULATOR_HOST}`;

async function sign(act: 'signUp' | 'signInWithPassword', email: string) {
  const url = `${auth()}/identitytoolkit.googleapis.com/v1/accounts:${act}?key=local-suite`;
  const { body } = await ask(url, { email, password, returnSecureToken: true });
  const { idToken, refreshToken, localId } = body as Record<'idToken' | 'refreshToken' | 'localId', string>;
  const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return { idToken, refreshToken, uid: localId, signedInAt: claims.auth_time * 1_000 };
}

const refresh = (refreshToken: string) =>
  ask(`${auth()}/securetoken.googleapis.com/v1/token?key=local-suite`, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });

const signOutEverywhere = (headers: Record<string, string>, data: unknown = null) =>
  ask(`${process.env.SAMEBOAT_FUNCTIONS_URL}/signOutEverywhere`, { data }, headers);

it('ends every sign-in at once, and a new one right after it is good', async () => {
  const email = `${randomUUID()}@example.com`;
  const phone = await sign('signUp', email);
  const laptop = await sign('signInWithPassword', email);
  const caller = { authorization: `Bearer ${laptop.idToken}` };
  expect((await refresh(phone.refreshToken)).status).toBe(200);
  expect(await signOutEverywhere(caller)).toEqual({ status: 200, body: { result: null } });

  const again = await sign('signInWithPassword', email);
  const sanction = (await suiteFirestore().doc(`sanctions/${phone.uid}`).get()).data();
  expect(sanction).toMatchObject({ banned: false, denied: [], kind: 'signOut' });
  const validAfter = sanction?.validAfter.toMillis();
  expect(phone.signedInAt).toBeLessThan(validAfter);
  expect(laptop.signedInAt).toBeLessThan(validAfter);
  expect(again.signedInAt).toBeGreaterThanOrEqual(validAfter);
  expect((await refresh(again.refreshToken)).status).toBe(200);
  // The old token is still signed and has not expired, but may not end what came after it.
  expect((await signOutEverywhere(caller)).status).toBe(401);
  expect((await suiteFirestore().doc(`sanctions/${phone.uid}`).get()).get('validAfter').toMillis()).toBe(
    validAfter,
  );
});

it('ends the sign-ins before the one that has just given a new password, and not that one', async () => {
  const email = `${randomUUID()}@example.com`;
  const phone = await sign('signUp', email);
  // A token says to the second when somebody signed in.
  const laptop = await vi.waitFor(
    async () => {
      const signedIn = await sign('signInWithPassword', email);
      expect(signedIn.signedInAt).toBeGreaterThan(phone.signedInAt);
      return signedIn;
    },
    { timeout: 5_000, interval: 200 },
  );
  const caller = { authorization: `Bearer ${laptop.idToken}` };
  expect((await signOutEverywhere(caller, { olderOnly: 'yes' })).status).toBe(400);
  expect(await signOutEverywhere(caller, { olderOnly: true })).toEqual({
    status: 200,
    body: { result: null },
  });
  const validAfter = (await suiteFirestore().doc(`sanctions/${phone.uid}`).get())
    .get('validAfter')
    .toMillis();
  expect(phone.signedInAt).toBeLessThan(validAfter);
  expect(laptop.signedInAt).toBeGreaterThanOrEqual(validAfter);
  expect((await signOutEverywhere({ authorization: `Bearer ${phone.idToken}` })).status).toBe(401);
  expect((await refresh(laptop.refreshToken)).status).toBe(200);
});
