import {
  type CollectionReference,
  type DocumentReference,
  FieldValue,
  type FirestoreDataConverter,
  Timestamp,
} from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

/** An id that no document may have. */
const RESERVED = '__doc__';

async function countBelow(target: DocumentReference): Promise<number> {
  const counts = (await target.listCollections()).map(countIn);
  return (await Promise.all(counts)).reduce((sum, each) => sum + each, 0);
}

async function countIn(collection: CollectionReference): Promise<number> {
  const counts = (await collection.listDocuments()).map(async (each) => 1 + (await countBelow(each)));
  return (await Promise.all(counts)).reduce((sum, each) => sum + each, 0);
}

const family = (room: CollectionReference) =>
  fill(room, {
    anna: { name: 'anna' },
    bob: { name: 'bob' },
    'bob/children/charlie': { name: 'charlie' },
    'bob/children/daniel': { name: 'daniel' },
    'bob/children/daniel/children/ernie': { name: 'ernie' },
    'bob/children/daniel/children/francis': { name: 'francis' },
  });

overGrpcAndRest('a batch of the Admin SDK', (world) => {
  it('may be empty', async () => {
    expect(await world.db.batch().commit()).toStrictEqual([]);
  });

  it('does its writes in their order, each with the time of all', async () => {
    const { db, room } = world;
    const now = FieldValue.serverTimestamp();
    const results = await db
      .batch()
      .create(room.doc('a'), { n: 1 })
      .set(room.doc('b'), { n: 1 })
      .update(room.doc('b'), { n: 2 })
      .set(room.doc('c'), { at: now })
      .set(room.doc('d'), { n: 1 })
      .delete(room.doc('d'))
      .commit();
    expect(new Set(results.map(({ writeTime }) => writeTime.valueOf())).size).toBe(1);
    expect(results).toHaveLength(6);
    expect((await room.get()).docs.map((each) => each.data())).toStrictEqual([
      { n: 1 },
      { n: 2 },
      { at: expect.any(Timestamp) },
    ]);
  });

  it('merges a part of what a converter writes', async () => {
    const { db, room } = world;
    const posts: FirestoreDataConverter<{ title: string; author: string }> = {
      toFirestore: (post) => ({ ...post }),
      fromFirestore: (snapshot) => ({ title: snapshot.get('title'), author: snapshot.get('author') }),
    };
    const target = room.doc('a').withConverter(posts);
    await target.set({ title: 'walnut', author: 'author' });
    await db.batch().set(target, { title: 'olive' }, { merge: true }).commit();
    expect((await target.get()).data()).toStrictEqual({ title: 'olive', author: 'author' });
  });

  it('is refused whole for one write, and says so where it was committed', async () => {
    const { db, room } = world;
    const missing = db.batch().set(room.doc('a'), {}).update(room.doc('none'), { n: 1 });
    await expect(missing.commit()).rejects.toMatchObject({ code: 5 });
    const refused = await db
      .batch()
      .set(room.doc('a'), {})
      .set(room.doc(RESERVED), {})
      .commit()
      .catch((error: Error) => error);
    expect((refused as Error).stack).toContain('WriteBatch.commit');
    expect((refused as { code?: number }).code).toBe(3);
    expect((await room.get()).size).toBe(0);
  });
});

overGrpcAndRest('a bulk writer of the Admin SDK', (world) => {
  it('creates, sets, updates and deletes, and tells when (of a delete, nothing)', async () => {
    const { db, room } = world;
    await fill(room, { c: { n: 1 }, d: { n: 1 } });
    const writer = db.bulkWriter();
    const writes = [
      writer.create(room.doc('a'), { n: 1 }),
      writer.set(room.doc('b'), { n: 1, list: FieldValue.arrayUnion(1) }),
      writer.update(room.doc('c'), { n: 2 }),
      writer.delete(room.doc('d')),
    ];
    await writer.close();
    const times = (await Promise.all(writes)).map(({ writeTime }) => writeTime);
    const stored = (await room.get()).docs;
    expect(stored.map((each) => [each.id, each.data()])).toStrictEqual([
      ['a', { n: 1 }],
      ['b', { n: 1, list: [1] }],
      ['c', { n: 2 }],
    ]);
    expect(times).toStrictEqual([...stored.map(({ updateTime }) => updateTime), new Timestamp(0, 0)]);
  });

  it('writes one document twice', async () => {
    const { db, room } = world;
    const writer = db.bulkWriter();
    const writes = [writer.set(room.doc('a'), { n: 1 }), writer.set(room.doc('a'), { n: 2 })];
    await writer.flush();
    await expect(Promise.all(writes)).resolves.toHaveLength(2);
    expect((await room.doc('a').get()).get('n')).toBe(2);
    await writer.close();
  });

  it('writes more than a request holds, and tells of each', async () => {
    const { db, room } = world;
    const writer = db.bulkWriter({ throttling: false });
    const told: string[] = [];
    writer.onWriteResult(({ id }) => told.push(id));
    for (let n = 0; n < 120; n += 1) void writer.set(room.doc(`d${n}`), { n });
    await writer.close();
    expect(new Set(told).size).toBe(120);
    expect((await room.count().get()).data().count).toBe(120);
  });

  it('tries again what failed for as long as it is told to, and goes on with the rest', async () => {
    const { db, room } = world;
    const writer = db.bulkWriter();
    const attempts: number[] = [];
    writer.onWriteError(({ failedAttempts }) => {
      attempts.push(failedAttempts);
      return failedAttempts < 2;
    });
    const refused = writer.update(room.doc('missing'), { n: 1 }).catch(({ code }: { code: number }) => code);
    const written = writer.set(room.doc('a'), { n: 1 });
    await writer.close();
    expect(await refused).toBe(5);
    expect(attempts).toStrictEqual([1, 2]);
    const stored = await room.doc('a').get();
    expect([stored.data(), (await written).writeTime]).toStrictEqual([{ n: 1 }, stored.updateTime]);
  }, 20_000);

  it('is refused an id that cannot be as an argument', async () => {
    const { db, room } = world;
    const writer = db.bulkWriter();
    let attempts = 0;
    writer.onWriteError(({ failedAttempts }) => {
      attempts = failedAttempts;
      return failedAttempts < 2;
    });
    const refused = writer.create(room.doc(RESERVED), {}).catch(({ code }: { code: number }) => code);
    await writer.close();
    expect(await refused).toBe(3);
    expect(attempts).toBe(2);
  }, 20_000);

  it('leaves its client free to be terminated once it is closed', async () => {
    const client = world.connect();
    const writer = client.bulkWriter();
    void writer.set(client.doc('bulk/a'), { n: 1 });
    await expect(client.terminate()).rejects.toThrow('1 open BulkWriter');
    await writer.close();
    await client.terminate();
    expect((await world.db.doc('bulk/a').get()).get('n')).toBe(1);
  });
});

overGrpcAndRest('a recursive delete of the Admin SDK', (world) => {
  it('empties a collection, to the last document below', async () => {
    const { db, room } = world;
    await family(room);
    const writer = db.bulkWriter();
    let deleted = 0;
    writer.onWriteResult(() => {
      deleted += 1;
    });
    await db.recursiveDelete(room, writer);
    await writer.close();
    expect(deleted).toBe(6);
    expect(await countIn(room)).toBe(0);
  });

  it('of a collection inside leaves what is above it', async () => {
    const { db, room } = world;
    await family(room);
    await db.recursiveDelete(room.doc('bob').collection('children'));
    expect(await countIn(room)).toBe(2);
  });

  it('of a document takes what is below it, and nothing beside it', async () => {
    const { db, room } = world;
    await family(room);
    const daniel = room.doc('bob/children/daniel');
    await db.recursiveDelete(daniel.collection('children').doc('ernie'));
    expect(await countIn(room)).toBe(5);
    await db.recursiveDelete(daniel);
    expect((await daniel.get()).exists).toBe(false);
    expect(await countBelow(room.doc('bob'))).toBe(1);
    expect(await countIn(room)).toBe(3);
    await db.recursiveDelete(db.collection(`${room.id}-beside`));
    expect(await countIn(room)).toBe(3);
  });
});
