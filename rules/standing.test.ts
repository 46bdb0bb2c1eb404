import { now } from '@sameboat/model/fixtures/fixture-time';
import { newLobbySeat } from '@sameboat/model/lobby-seat';
import { Timestamp } from 'firebase/firestore';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { everybody, persons, stage, write } from './every-act.ts';
import { past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const begin = () => world.begin(stage);

describe.each([...persons, ...everybody])('somebody who %s', (_name, uid, act) => {
  it('is in good standing: a ban ends it at once', async () => {
    await begin();
    await world.add({ [`sanctions/${uid}`]: sanction({ banned: true }) });
    await refuses(act(world.as(uid)));
    await world.add({ [`sanctions/${uid}`]: sanction({ banned: true, until: past }) });
    await allows(act(world.as(uid)));
  });

  it('signed in after the last time that everything was signed out', async () => {
    await begin();
    const validAfter = Timestamp.fromMillis(Date.now() - 60_000);
    await world.add({ [`sanctions/${uid}`]: sanction({ validAfter, kind: 'signOut' }) });
    const signedIn = (ago: number) => ({ auth_time: Math.floor(Date.now() / 1_000) - ago });
    await refuses(act(world.as(uid, signedIn(61))));
    await allows(act(world.as(uid, signedIn(30))));
  });

  it('is signed in', async () => {
    await begin();
    await refuses(act(world.nobody()));
  });
});

describe.each(persons)('somebody who %s', (_name, uid, act) => {
  it('has an account: a guest may not, under the same id', async () => {
    await begin();
    await refuses(act(world.guest(uid)));
  });
});

/** What a verified e-mail address is asked for. */
const forVerified = ['founds a community', 'asks somebody for a private chat'];

describe.each(persons)('somebody who %s', (name, uid, act) => {
  const asked = forVerified.includes(name);
  it(asked ? 'has a verified e-mail address' : 'needs no verified e-mail address', async () => {
    await begin();
    const unverified = act(world.as(uid, { email_verified: false }));
    await (asked ? refuses(unverified) : allows(unverified));
    if (asked) await allows(act(world.as(uid)));
  });
});

describe.each(everybody)('a guest who %s', (_name, uid, act) => {
  it('may, like everybody', async () => {
    await begin();
    await allows(act(world.guest(uid)));
  });
});

it('a guest enters the lobby of their circle', async () => {
  await world.begin(seed);
  const enter = write(['set', 'circles/ring/lobby/gwen', newLobbySeat(now)]);
  await world.add({ 'sanctions/gwen': sanction({ banned: true }) });
  await refuses(enter(world.guest('gwen')));
  await world.add({ 'sanctions/gwen': sanction({}) });
  await allows(enter(world.guest('gwen')));
});
