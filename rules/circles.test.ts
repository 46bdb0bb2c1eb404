import { now } from '@sameboat/model/fixtures/fixture-time';
import { newLobbySeat } from '@sameboat/model/lobby-seat';
import { doc, getDoc } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { past, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin(seed));
afterAll(() => world.close());

const expired = { ...seed['circles/ring'], expiresAt: past };

describe('a circle', () => {
  it('is seen by its members, guests too, until it expires', async () => {
    await allows(getDoc(doc(world.guest('gwen'), 'circles/ring')));
    await refuses(getDoc(doc(world.as('ada'), 'circles/ring')));
    await world.add({ 'circles/ring': expired });
    await refuses(getDoc(doc(world.guest('gwen'), 'circles/ring')));
  });

  it('is made, changed and ended by no client', async () => {
    await refuses(commit(world.as('ada'), ['set', 'circles/new', seed['circles/ring'] ?? {}]));
    await refuses(commit(world.guest('gwen'), ['update', 'circles/ring', { name: 'Mine' }]));
    await refuses(commit(world.as('fay'), ['delete', 'circles/ring']));
  });

  it('keeps its access code from everybody', async () => {
    await refuses(getDoc(doc(world.guest('gwen'), 'circles/ring/private/access')));
    await refuses(getDoc(doc(world.as('fay'), 'circles/ring/private/access')));
  });
});

describe('a member of a circle', () => {
  it('sees their own document and nobody else’s', async () => {
    await allows(getDoc(doc(world.guest('gwen'), 'circles/ring/members/gwen')));
    await refuses(getDoc(doc(world.guest('gwen'), 'circles/ring/members/gus')));
    await world.add({
      'circles/ring/members/gwen': { ...seed['circles/ring/members/gwen'], expiresAt: past },
    });
    await refuses(getDoc(doc(world.guest('gwen'), 'circles/ring/members/gwen')));
  });

  it('is let in and paired by functions, and leaves by themselves', async () => {
    await refuses(commit(world.guest('gil2'), ['set', 'circles/ring/members/gil2', { name: 'x' }]));
    await refuses(commit(world.guest('gwen'), ['update', 'circles/ring/members/gwen', { chatId: 'pair' }]));
    await refuses(commit(world.guest('gwen'), ['delete', 'circles/ring/members/gus']));
    await allows(commit(world.guest('gwen'), ['delete', 'circles/ring/members/gwen']));
  });
});

describe('the lobby of a circle', () => {
  const path = 'circles/ring/lobby/gwen';

  it('is entered, kept and left by a member who is not paired', async () => {
    await allows(commit(world.guest('gwen'), ['set', path, newLobbySeat(now)]));
    await allows(getDoc(doc(world.guest('gwen'), path)));
    await allows(commit(world.guest('gwen'), ['update', path, { seenAt: now }]));
    await allows(commit(world.guest('gwen'), ['delete', path]));
  });

  it('is closed to who is paired, who is no member, and whose circle has expired', async () => {
    await refuses(commit(world.guest('gus'), ['set', 'circles/ring/lobby/gus', newLobbySeat(now)]));
    await refuses(commit(world.as('ada'), ['set', 'circles/ring/lobby/ada', newLobbySeat(now)]));
    await world.add({
      'circles/ring/members/gwen': { ...seed['circles/ring/members/gwen'], expiresAt: past },
    });
    await refuses(commit(world.guest('gwen'), ['set', path, newLobbySeat(now)]));
  });

  it('is not entered with an older claim, nor touched by others', async () => {
    await refuses(commit(world.guest('gwen'), ['set', path, { ...newLobbySeat(now), waitingSince: past }]));
    await refuses(commit(world.guest('gus'), ['set', path, newLobbySeat(now)]));
    await world.add({ [path]: { waitingSince: past, seenAt: past } });
    await refuses(commit(world.guest('gwen'), ['update', path, { waitingSince: now, seenAt: now }]));
    await refuses(commit(world.guest('gwen'), ['update', path, { seenAt: past }]));
    await refuses(getDoc(doc(world.guest('gus'), path)));
    await refuses(commit(world.guest('gus'), ['update', path, { seenAt: now }]));
    await refuses(commit(world.guest('gus'), ['delete', path]));
  });
});
