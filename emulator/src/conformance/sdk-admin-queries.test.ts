import {
  AggregateField,
  type CollectionReference,
  type DocumentData,
  FieldPath,
  FieldValue,
  Filter,
  type Firestore,
  type Query,
  Timestamp,
} from 'firebase-admin/firestore';
import { beforeEach, expect, it } from 'vitest';
import { fill as fillInto, overGrpcAndRest } from './admin-clients.ts';

const ids = async (query: Query) => (await query.get()).docs.map(({ id }) => id);

overGrpcAndRest('asking, the Admin SDK', (world) => {
  let db: Firestore;
  let all: CollectionReference;
  beforeEach(() => {
    ({ db, room: all } = world);
  });
  const fill = (documents: Readonly<Record<string, DocumentData>>) => fillInto(all, documents);

  it('reads many documents at once, in the order asked for, and only the fields named', async () => {
    await fill({ a: { n: 1, deep: { er: 2, est: 3 } }, b: { n: 2 } });
    const found = await db.getAll(all.doc('b'), all.doc('missing'), all.doc('a'), { fieldMask: ['deep.er'] });
    expect(found.map((each) => [each.id, each.exists, each.data()])).toStrictEqual([
      ['b', true, {}],
      ['missing', false, undefined],
      ['a', true, { deep: { er: 2 } }],
    ]);
  });

  it('selects fields, or none', async () => {
    await fill({ a: { n: 1, m: 2 } });
    expect((await all.select('n').get()).docs[0]?.data()).toStrictEqual({ n: 1 });
    expect((await all.select().get()).docs[0]?.data()).toStrictEqual({});
  });

  it('streams, skips, and takes the last', async () => {
    await fill({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, d: { n: 4 } });
    const streamed: string[] = [];
    for await (const document of all.orderBy('n', 'desc').limit(3).stream() as AsyncIterable<unknown>) {
      streamed.push((document as { id: string }).id);
    }
    expect(streamed).toStrictEqual(['d', 'c', 'b']);
    expect(await ids(all.orderBy('n').offset(1).limit(2))).toStrictEqual(['b', 'c']);
    expect(await ids(all.orderBy('n').limitToLast(2))).toStrictEqual(['c', 'd']);
    const b = await all.doc('b').get();
    expect(await ids(all.orderBy('n').startAfter(b).endBefore(4))).toStrictEqual(['c']);
    expect(await ids(all.orderBy(FieldPath.documentId()).startAt('c'))).toStrictEqual(['c', 'd']);
  });

  it('joins filters by or', async () => {
    await fill({ a: { n: 1, m: 1 }, b: { n: 2, m: 1 }, c: { n: 3, m: 2 } });
    const either = Filter.or(
      Filter.where('n', '==', 3),
      Filter.and(Filter.where('n', '==', 1), Filter.where('m', '==', 1)),
    );
    expect(await ids(all.where(either))).toStrictEqual(['a', 'c']);
  });

  it('aggregates, with names of its own and at most five', async () => {
    await fill({ a: { n: 1 }, b: { n: 2.5 }, c: { n: 'x' } });
    const total = await all
      .aggregate({
        size: AggregateField.count(),
        sum: AggregateField.sum('n'),
        mean: AggregateField.average('n'),
      })
      .get();
    expect(total.data()).toStrictEqual({ size: 3, sum: 3.5, mean: 1.75 });
    expect((await all.where('n', '>', 1).count().get()).data()).toStrictEqual({ count: 1 });
    const six = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`a${n}`, AggregateField.sum(`n${n}`)]),
    );
    await expect(all.aggregate(six).get()).rejects.toMatchObject({ code: 3 });
  });

  it('finds what is nearest', async () => {
    await fill({
      a: { v: FieldValue.vector([1, 0]) },
      b: { v: FieldValue.vector([0, 3]) },
      c: { v: FieldValue.vector([0, 1, 0]) },
      d: {},
    });
    const nearest = await all
      .findNearest({
        vectorField: 'v',
        queryVector: [0.9, 0.1],
        limit: 5,
        distanceMeasure: 'EUCLIDEAN',
        distanceResultField: 'far',
      })
      .get();
    expect(nearest.docs.map(({ id }) => id)).toStrictEqual(['a', 'b']);
    expect(nearest.docs[0]?.get('far')).toBeCloseTo(0.1414, 3);
  });

  it('reads as it was at a time', async () => {
    await fill({ a: { n: 1 } });
    const { readTime } = await all.doc('a').get();
    await all.doc('a').set({ n: 2 });
    const was = await db.runTransaction(
      async (transaction) => (await transaction.get(all)).docs[0]?.get('n'),
      {
        readOnly: true,
        readTime,
      },
    );
    expect(was).toBe(1);
  });

  it('lists collections, and documents that are not there but have some below', async () => {
    await all.doc('missing/below/x').set({});
    expect((await all.doc('missing').listCollections()).map(({ id }) => id)).toStrictEqual(['below']);
    expect((await all.listDocuments()).map(({ id }) => id)).toStrictEqual(['missing']);
    expect((await all.get()).size).toBe(0);
  });

  it('listens: each change with its place', async () => {
    const changes: string[][] = [];
    let told = () => {};
    const stop = all.orderBy('n').onSnapshot((snapshot) => {
      changes.push(snapshot.docChanges().map((c) => `${c.type} ${c.doc.id} ${c.oldIndex}>${c.newIndex}`));
      told();
    });
    const next = (act: () => Promise<unknown>) =>
      new Promise<string[]>((resolve) => {
        told = () => resolve(changes.at(-1) ?? []);
        void act();
      });
    expect(await next(async () => {})).toStrictEqual([]);
    expect(await next(() => fill({ a: { n: 1 }, b: { n: 2 } }))).toStrictEqual([
      'added a -1>0',
      'added b -1>1',
    ]);
    expect(await next(() => all.doc('a').update({ n: 3 }))).toStrictEqual(['modified a 0>1']);
    expect(await next(() => all.doc('b').update({ n: FieldValue.delete() }))).toStrictEqual([
      'removed b 0>-1',
    ]);
    expect(await next(() => all.doc('a').delete())).toStrictEqual(['removed a 0>-1']);
    stop();
  });

  it('is refused a query that cannot be, with the code for that', async () => {
    await expect(all.where('n', 'in', Array(31).fill(1)).get()).rejects.toMatchObject({ code: 3 });
    await expect(all.doc(`${'x'.repeat(1600)}`).get()).rejects.toMatchObject({ code: 3 });
  });
});

overGrpcAndRest('writing, the Admin SDK', (world) => {
  let db: Firestore;
  let all: CollectionReference;
  beforeEach(() => {
    ({ db, room: all } = world);
  });
  const fill = (documents: Readonly<Record<string, DocumentData>>) => fillInto(all, documents);

  it('says when each write was made, and that nothing was when nothing changed', async () => {
    const first = await all.doc('a').set({ n: 1 });
    const second = await all.doc('a').set({ n: 1 });
    const read = await all.doc('a').get();
    expect(read.createTime?.isEqual(first.writeTime)).toBe(true);
    expect(read.updateTime?.isEqual(first.writeTime)).toBe(true);
    expect(second.writeTime.valueOf() >= first.writeTime.valueOf()).toBe(true);
  });

  it('holds to a precondition on the time of the last change', async () => {
    const { writeTime } = await all.doc('a').set({ n: 1 });
    await all.doc('a').update({ n: 2 }, { lastUpdateTime: writeTime });
    const stale = { lastUpdateTime: writeTime };
    await expect(all.doc('a').update({ n: 3 }, stale)).rejects.toThrow('required base version');
    await expect(all.doc('a').delete(stale)).rejects.toThrow('required base version');
    await expect(all.doc('missing').delete({ exists: true })).rejects.toMatchObject({ code: 5 });
    await expect(all.doc('missing').update({ n: 1 })).rejects.toMatchObject({ code: 5 });
  });

  it('merges, transforms and deletes fields in one write', async () => {
    await all.doc('a').set({ n: 1, list: [1], gone: true, deep: { er: 1 } });
    await all.doc('a').set(
      {
        n: FieldValue.increment(2),
        list: FieldValue.arrayUnion(2),
        gone: FieldValue.delete(),
        deep: { est: FieldValue.serverTimestamp() },
      },
      { merge: true },
    );
    const data = (await all.doc('a').get()).data();
    expect(data).toStrictEqual({ n: 3, list: [1, 2], deep: { er: 1, est: expect.any(Timestamp) } });
  });

  it('tells of each write of a bulk alone, and tries none again that cannot succeed', async () => {
    await fill({ there: {} });
    const writer = db.bulkWriter();
    const outcomes = [
      writer.create(all.doc('new'), {}),
      writer.create(all.doc('there'), {}),
      writer.update(all.doc('missing'), { n: 1 }),
      writer.set(all.doc('other'), { n: 1 }),
    ].map((write) =>
      write.then(
        () => 'written',
        ({ code }: { code: number }) => code,
      ),
    );
    await writer.close();
    expect(await Promise.all(outcomes)).toStrictEqual(['written', 6, 5, 'written']);
  });

  it('takes turns in transactions that read queries', async () => {
    await fill({ a: { n: 0 }, b: { n: 0 } });
    await Promise.all(
      Array.from({ length: 4 }, () =>
        db.runTransaction(
          async (transaction) => {
            const { docs } = await transaction.get(all.where('n', '>=', 0));
            for (const { ref } of docs) transaction.update(ref, { n: FieldValue.increment(1) });
          },
          { maxAttempts: 20 },
        ),
      ),
    );
    expect((await all.get()).docs.map((each) => each.get('n'))).toStrictEqual([4, 4]);
  }, 30_000);

  it('gives back a read of a transaction that was given up, and lets others go on', async () => {
    await fill({ a: { n: 1 } });
    await expect(
      db.runTransaction(async (transaction) => {
        await transaction.get(all.doc('a'));
        throw new Error('given up');
      }),
    ).rejects.toThrow('given up');
    await all.doc('a').update({ n: 2 });
    expect((await all.doc('a').get()).data()).toStrictEqual({ n: 2 });
  });

  it('keeps numbers as they are: whole, halved, and beyond what a double holds exactly', async () => {
    await all.doc('a').set({ whole: 5, half: 5.5, most: Number.MAX_SAFE_INTEGER });
    await all.doc('a').update({ most: FieldValue.increment(Number.MAX_SAFE_INTEGER) });
    const data = (await all.doc('a').get()).data();
    expect(data).toMatchObject({ whole: 5, half: 5.5, most: 2 * Number.MAX_SAFE_INTEGER });
  });
});
