import { deleteApp, initializeApp } from 'firebase-admin/app';
import { FieldValue, Firestore, GeoPoint, getFirestore, Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, type Running, startRunning } from './running.ts';

const CLOSED = `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { match /{all=**} { allow read, write: if false; } } }`;

let running: Running;
let db: Firestore;
const app = initializeApp({ projectId: 'demo-admin' }, 'admin');
beforeAll(async () => {
  running = await startRunning({ rules: CLOSED, indexes: { indexes: [], fieldOverrides: [] } });
  db = getFirestore(app);
  db.settings({ host: running.address, ssl: false });
});
afterAll(async () => {
  await db.terminate();
  await deleteApp(app);
  await running.close();
});

describe('the Admin SDK', () => {
  it('stores every type of value', async () => {
    const data = {
      text: 'é',
      int: 42,
      big: 9_007_199_254_740_991,
      half: 0.5,
      yes: true,
      none: null,
      at: Timestamp.fromMillis(1_790_000_000_123),
      bytes: Buffer.from([1, 2]),
      where: new GeoPoint(1, -2),
      list: [1, { in: 'map' }],
      map: { deep: { er: [] } },
      vector: FieldValue.vector([1, 2, 3]),
    };
    const target = db.doc('types/all');
    await target.set(data);
    const read = (await target.get()).data();
    expect(read).toMatchObject({ ...data, vector: expect.anything() });
    expect(read?.vector.toArray()).toStrictEqual([1, 2, 3]);
  });

  it('passes the rules by', async () => {
    await db.doc('private/x').set({ n: 1 });
    expect((await db.doc('private/x').get()).data()).toStrictEqual({ n: 1 });
    const path = '/v1/projects/demo-admin/databases/(default)/documents/private/x';
    expect((await ask(running.url, { method: 'GET', path })).status).toBe(403);
  });

  it('reads and writes in a transaction', async () => {
    const target = db.doc('counters/one');
    await target.set({ n: 0 });
    await Promise.all(
      Array.from({ length: 5 }, () =>
        db.runTransaction(async (transaction) => {
          const read = await transaction.get(target);
          transaction.update(target, { n: read.get('n') + 1 });
        }),
      ),
    );
    expect((await target.get()).get('n')).toBe(5);
  }, 20_000);

  it('writes in bulk, lists and deletes recursively', async () => {
    const writer = db.bulkWriter();
    for (let n = 0; n < 30; n += 1) void writer.set(db.doc(`bulk/b${n}/inner/i`), { n });
    await writer.close();
    expect(await db.collection('bulk').listDocuments()).toHaveLength(30);
    expect((await db.doc('bulk/b1').listCollections()).map(({ id }) => id)).toStrictEqual(['inner']);
    expect((await db.collectionGroup('inner').count().get()).data().count).toBe(30);
    await db.recursiveDelete(db.collection('bulk'));
    expect((await db.collectionGroup('inner').get()).size).toBe(0);
  });

  it('listens', async () => {
    const seen: number[] = [];
    const stop = db.collection('watched').onSnapshot(({ size }) => seen.push(size));
    await vi.waitFor(() => expect(seen).toStrictEqual([0]));
    await db.doc('watched/a').set({});
    await vi.waitFor(() => expect(seen).toStrictEqual([0, 1]));
    stop();
  });

  it('is refused a document that is there already', async () => {
    await db.doc('once/a').create({});
    await expect(db.doc('once/a').create({})).rejects.toMatchObject({ code: 6 });
  });

  it('is refused a change of a document that has changed since', async () => {
    const target = db.doc('once/b');
    const { writeTime: lastUpdateTime } = await target.create({});
    await target.update({ n: 1 });
    await expect(target.update({ n: 2 }, { lastUpdateTime })).rejects.toMatchObject({ code: 9 });
    await expect(target.delete({ lastUpdateTime })).rejects.toMatchObject({ code: 9 });
  });

  it('finds the server by FIRESTORE_EMULATOR_HOST, as an administrator', async () => {
    vi.stubEnv('FIRESTORE_EMULATOR_HOST', running.address);
    const client = new Firestore({ projectId: 'demo-admin' });
    vi.unstubAllEnvs();
    await client.doc('found/a').set({ n: 1 });
    expect((await db.doc('found/a').get()).get('n')).toBe(1);
    await client.terminate();
  });

  it.each([
    ['a query without its index', () => db.collection('c').where('a', '==', 1).orderBy('b').get(), 9],
    ['a document that cannot be', () => db.getAll(db.doc('c/__reserved__')), 3],
  ])('is refused %s at once, without trying again', async (_, act, code) => {
    const began = performance.now();
    await expect(act()).rejects.toMatchObject({ code });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
