import { autoId } from '@sameboat/model/fixtures/fixture-id';
import { now } from '@sameboat/model/fixtures/fixture-time';
import { newReport } from '@sameboat/model/report';
import { collection, doc, type Firestore, getDoc, getDocs, limit, query } from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { counting } from './acts.ts';
import { past, sanction, world as seed } from './seed.ts';
import { allows, openWorld, refuses, type World } from './world.ts';
import { commit } from './write.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.begin({ ...seed, 'sanctions/eve': sanction({ denied: ['write'] }) }));
afterAll(() => world.close());

const admin = () => world.as('sam', { role: 'admin' });
const moderator = () => world.as('mia', { role: 'moderator' });
const list = (database: Firestore, path: string, rows = 50) =>
  getDocs(query(collection(database, path), limit(rows)));

describe('a report', () => {
  const report = newReport(
    { reporterId: 'ben', kind: 'person', path: 'users/eve', reason: 'spam', note: '' },
    now,
  );

  it('is written by anybody who is signed in, guests too, in their own name and now', async () => {
    const id = autoId('r2');
    const write = (data: object, uid: string) =>
      [['set', `reports/${id}`, data], counting(uid, 'report', id)] as const;
    await refuses(commit(world.as('eve'), ...write(report, 'eve')));
    await refuses(commit(world.as('ben'), ...write({ ...report, createdAt: past }, 'ben')));
    await refuses(commit(world.as('ben'), ['set', `reports/${id}`, report]));
    await allows(commit(world.as('ben'), ...write(report, 'ben')));
    const other = autoId('r3');
    await allows(
      commit(
        world.guest('gus'),
        ['set', `reports/${other}`, { ...report, reporterId: 'gus' }],
        counting('gus', 'report', other),
      ),
    );
  });

  it('has an automatic id, however short or long another might be', async () => {
    for (const id of ['r2', 'suicide', 'x'.repeat(300)]) {
      await refuses(commit(world.as('ben'), ['set', `reports/${id}`, report], counting('ben', 'report', id)));
    }
  });

  it('is seen by who wrote it and by staff, not by whom it is about', async () => {
    await allows(getDoc(doc(world.as('ada'), 'reports/r1')));
    await allows(getDoc(doc(moderator(), 'reports/r1')));
    await allows(getDoc(doc(admin(), 'reports/r1')));
    await refuses(getDoc(doc(world.as('eve'), 'reports/r1')));
  });

  it('is worked on by functions only', async () => {
    for (const database of [world.as('ada'), moderator(), admin()]) {
      await refuses(commit(database, ['update', 'reports/r1', { status: 'dismissed' }]));
      await refuses(commit(database, ['delete', 'reports/r1']));
    }
  });

  it('is listed by staff, a bounded number at a time', async () => {
    await allows(list(moderator(), 'reports'));
    await refuses(list(moderator(), 'reports', 51));
    await refuses(list(world.as('ada'), 'reports'));
  });
});

describe('a sanction', () => {
  it('is read by whom it is about and by staff, and listed by staff', async () => {
    await allows(getDoc(doc(world.as('eve'), 'sanctions/eve')));
    await allows(getDoc(doc(moderator(), 'sanctions/eve')));
    await refuses(getDoc(doc(world.as('ada'), 'sanctions/eve')));
    await allows(list(admin(), 'sanctions'));
    await refuses(list(admin(), 'sanctions', 101));
    await refuses(list(world.as('eve'), 'sanctions'));
  });

  it('is written and lifted by no client, staff included', async () => {
    for (const database of [world.as('eve'), moderator(), admin()]) {
      await refuses(commit(database, ['update', 'sanctions/eve', { denied: [] }]));
      await refuses(commit(database, ['delete', 'sanctions/eve']));
      await refuses(commit(database, ['set', 'sanctions/ada', sanction({ banned: true })]));
    }
  });
});

describe('the audit log', () => {
  it('is read by admins only, and written by no client', async () => {
    await allows(getDoc(doc(admin(), 'audit/a1')));
    await allows(list(admin(), 'audit'));
    await refuses(list(admin(), 'audit', 101));
    await refuses(getDoc(doc(moderator(), 'audit/a1')));
    await refuses(list(moderator(), 'audit'));
    await refuses(commit(admin(), ['set', 'audit/a2', { actor: 'sam' }]));
    await refuses(commit(admin(), ['delete', 'audit/a1']));
  });
});

it('staff who are banned themselves are staff no more', async () => {
  await world.add({ 'sanctions/sam': sanction({ banned: true }) });
  await refuses(getDoc(doc(admin(), 'reports/r1')));
  await refuses(list(admin(), 'audit'));
});

it('a role in a document is no role: only the token counts', async () => {
  await world.add({ 'users/eve': { ...seed['users/eve'], role: 'admin' } });
  await refuses(getDoc(doc(world.as('eve'), 'audit/a1')));
});
