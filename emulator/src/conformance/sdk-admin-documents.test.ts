import {
  type DocumentReference,
  FieldPath,
  FieldValue,
  type FirestoreDataConverter,
  GeoPoint,
  Timestamp,
} from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

class Poem {
  constructor(
    readonly title: string,
    readonly lines: number,
  ) {}
}

const poems: FirestoreDataConverter<Poem> = {
  toFirestore: ({ title, lines }) => ({ title, lines }),
  fromFirestore: (snapshot) => new Poem(snapshot.get('title'), snapshot.get('lines')),
};

const dataOf = async (target: DocumentReference) => (await target.get()).data();

overGrpcAndRest('a document of the Admin SDK', (world) => {
  it('keeps every type of value as it was given', async () => {
    const { db, room } = world;
    const data = {
      text: 'a',
      yes: true,
      no: false,
      whole: 10,
      wide: 1_234_567_890_000,
      half: 0.1,
      most: Number.POSITIVE_INFINITY,
      least: Number.NEGATIVE_INFINITY,
      none: Number.NaN,
      map: { plain: 'bar', '😀': '😜' },
      emptyMap: {},
      at: new Timestamp(479_978_400, 123_000_000),
      epoch: new Timestamp(0, 0),
      to: db.doc('some/where'),
      list: ['foo', 42, 'bar'],
      emptyList: [],
      nothing: null,
      place: new GeoPoint(50.1430847, -122.947778),
      origin: new GeoPoint(0, 0),
      bytes: Buffer.from([1, 2]),
      noBytes: Buffer.from([]),
      emptyText: '',
    };
    await room.doc('all').set(data);
    const { to, ...rest } = (await dataOf(room.doc('all'))) ?? {};
    const { to: given, ...others } = data;
    expect(rest).toStrictEqual(others);
    expect(to.path).toBe(given.path);
  });

  it('carries integers that only a BigInt holds, there and back', async () => {
    const wide = world.connect({ useBigInt: true }).collection('wide').doc('n');
    const n = BigInt(Number.MAX_SAFE_INTEGER) + 2n;
    await wide.set({ n, least: -(2n ** 63n) });
    await wide.set((await wide.get()).data() ?? {});
    expect(await dataOf(wide)).toStrictEqual({ n, least: -(2n ** 63n) });
  });

  it('leaves out what is undefined, where the client is told to', async () => {
    const target = world.connect({ ignoreUndefinedProperties: true }).collection('undefined').doc('a');
    await target.set({ n: 1, gone: undefined, map: { m: 2, also: undefined } });
    expect(await dataOf(target)).toStrictEqual({ n: 1, map: { m: 2 } });
  });

  it('keeps vectors, through create, set and update', async () => {
    const target = world.room.doc('a');
    await target.create({ first: FieldValue.vector([0]), second: FieldValue.vector([1, 2, 3.99]) });
    await target.set({ second: FieldValue.vector([1, 2, 3.99]), third: FieldValue.vector([0, 0, 0]) });
    await target.update({ fourth: FieldValue.vector([-1, -200, -999]) });
    const read = await target.get();
    const vectors = ['first', 'second', 'third', 'fourth'].map((field) => read.get(field)?.toArray());
    expect(vectors).toStrictEqual([undefined, [1, 2, 3.99], [0, 0, 0], [-1, -200, -999]]);
  });

  it('is read with others, in the order asked for, whole or by a mask', async () => {
    const { db, room } = world;
    await fill(room, { a: { f: 'a', b: 'b' }, b: { f: 'c', b: 'd' } });
    const asked = [room.doc('b'), room.doc('none'), room.doc('a')];
    expect((await db.getAll(...asked)).map((each) => each.data())).toStrictEqual([
      { f: 'c', b: 'd' },
      undefined,
      { f: 'a', b: 'b' },
    ]);
    const masked = await db.getAll(...asked, { fieldMask: ['f'] });
    expect(masked.map((each) => each.data())).toStrictEqual([{ f: 'c' }, undefined, { f: 'a' }]);
  });

  it('is what a converter makes of it, written, added and read', async () => {
    const { db, room } = world;
    const converted = room.withConverter(poems);
    await converted.doc('a').set(new Poem('Autumn', 14));
    const added = await converted.add(new Poem('Winter', 3));
    const read = await db.getAll(converted.doc('a'), added);
    expect(read.map((each) => each.data())).toStrictEqual([new Poem('Autumn', 14), new Poem('Winter', 3)]);
    expect(await dataOf(room.doc('a'))).toStrictEqual({ title: 'Autumn', lines: 14 });
    expect(added.id).toHaveLength(20);
  });

  it('takes names that no identifier could have', async () => {
    const target = world.room.doc('доброе утро');
    await target.set({ '!.\\`': { '!.\\`': 'value' } });
    await target.update(new FieldPath('!.\\`', '!.\\`'), 'other');
    expect(await dataOf(target)).toStrictEqual({ '!.\\`': { '!.\\`': 'other' } });
    await target.collection('nested').add({});
    expect((await target.collection('nested').get()).size).toBe(1);
  });

  it('merges fields with dots in their names, and leaves what is beside them', async () => {
    const target = world.room.doc('a');
    await target.set({ 'a.1': 'foo', nested: { 'b.1': 'bar' } });
    await target.set({ 'a.2': 'foo', nested: { 'b.2': 'bar' } }, { merge: true });
    expect(await dataOf(target)).toStrictEqual({
      'a.1': 'foo',
      'a.2': 'foo',
      nested: { 'b.1': 'bar', 'b.2': 'bar' },
    });
  });

  it('merges only the fields that are named', async () => {
    const target = world.room.doc('a');
    await target.set({ n: 1, map: { a: 1, b: 2 } });
    await target.set({ n: 2, map: { a: 3, b: 4 } }, { mergeFields: ['map.a'] });
    expect(await dataOf(target)).toStrictEqual({ n: 1, map: { a: 3, b: 2 } });
  });

  it('goes through a life of creating, merging, updating and deleting fields', async () => {
    const target = world.room.doc('a');
    const gone = FieldValue.delete();
    const steps: readonly (readonly [() => Promise<unknown>, unknown])[] = [
      [() => target.create({}), {}],
      [() => target.delete(), undefined],
      [() => target.create({ a: { b: 'c' } }), { a: { b: 'c' } }],
      [() => target.set({}, { merge: true }), { a: { b: 'c' } }],
      [() => target.set({}), {}],
      [() => target.set({ a: { b: 'c' } }), { a: { b: 'c' } }],
      [() => target.set({ a: { d: 'e' } }, { merge: true }), { a: { b: 'c', d: 'e' } }],
      [() => target.set({ a: { d: gone } }, { merge: true }), { a: { b: 'c' } }],
      [() => target.set({ a: { b: gone } }, { merge: true }), { a: {} }],
      [() => target.set({ f: 'foo' }, { merge: true }), { a: {}, f: 'foo' }],
      [() => target.set({ f: { g: 'foo' } }, { merge: true }), { a: {}, f: { g: 'foo' } }],
      [() => target.update({ 'f.h': 'foo' }), { a: {}, f: { g: 'foo', h: 'foo' } }],
      [() => target.update({ 'f.g': gone }), { a: {}, f: { h: 'foo' } }],
      [() => target.update({ 'f.h': gone }), { a: {}, f: {} }],
      [() => target.update({ f: gone }), { a: {} }],
      [() => target.update({ 'i.j': {} }), { a: {}, i: { j: {} } }],
      [() => target.update({ 'i.j': { k: 'foo' } }), { a: {}, i: { j: { k: 'foo' } } }],
      [() => target.update({ 'i.j': { l: {} } }), { a: {}, i: { j: { l: {} } } }],
      [() => target.update({ i: gone, a: gone }), {}],
    ];
    for (const [act, expected] of steps) {
      await act();
      expect(await dataOf(target)).toStrictEqual(expected);
    }
  });

  it('is given the time of the server wherever a write asks for it, one time for each write', async () => {
    const target = world.room.doc('a');
    const now = FieldValue.serverTimestamp();
    const written = async (act: Promise<unknown>) => {
      await act;
      const read = await target.get();
      expect(read.get('at')).toBeInstanceOf(Timestamp);
      return { data: read.data(), at: read.get('at') as Timestamp };
    };
    const first = await written(target.create({ at: now, a: { b: now }, keep: { this: 1 } }));
    expect(first.data).toStrictEqual({ at: first.at, a: { b: first.at }, keep: { this: 1 } });
    const second = await written(target.set({ at: now, a: { c: now } }));
    expect(second.data).toStrictEqual({ at: second.at, a: { c: second.at } });
    const third = await written(target.set({ at: now, a: { d: now } }, { merge: true }));
    expect(third.data).toStrictEqual({ at: third.at, a: { c: second.at, d: third.at } });
    const fourth = await written(target.set({ at: now, a: { d: { e: now } } }, { merge: true }));
    expect(fourth.data).toStrictEqual({ at: fourth.at, a: { c: second.at, d: { e: fourth.at } } });
    const fifth = await written(target.update({ at: now, 'g.h': now, 'g.i': { j: now }, a: { k: now } }));
    expect(fifth.data).toStrictEqual({
      at: fifth.at,
      g: { h: fifth.at, i: { j: fifth.at } },
      a: { k: fifth.at },
    });
  });

  it('adds to numbers and lists, in an update, a merge and deep inside', async () => {
    const target = world.room.doc('a');
    await target.set({ sum: 1, none: [], some: ['foo', 'foo', 'baz'], c: { d: ['foo', 'bar', 'baz'] } });
    await target.update({
      sum: FieldValue.increment(1),
      none: FieldValue.arrayUnion('foo', 'bar'),
      some: FieldValue.arrayUnion('foo', 'bar'),
      'c.d': FieldValue.arrayRemove('foo', 'bar'),
    });
    await target.set({ sum: FieldValue.increment(0.5) }, { merge: true });
    expect(await dataOf(target)).toStrictEqual({
      sum: 2.5,
      none: ['foo', 'bar'],
      some: ['foo', 'foo', 'baz', 'bar'],
      c: { d: ['baz'] },
    });
    await target.update({ none: FieldValue.arrayRemove('x'), some: FieldValue.arrayRemove('foo') });
    await target.update({ fresh: { count: FieldValue.increment(2), tags: FieldValue.arrayUnion(3) } });
    expect(await dataOf(target)).toMatchObject({
      none: ['foo', 'bar'],
      some: ['baz', 'bar'],
      fresh: { count: 2, tags: [3] },
    });
  });

  it('merges what is given at any depth, transforms and deletions among it', async () => {
    const target = world.room.doc('a');
    await target.set({ text: 'foo', list: [], deep: { er: { n: 2 }, tags: FieldValue.arrayUnion(2) } });
    const change = {
      er: { n: FieldValue.increment(1) },
      tags: FieldValue.arrayUnion(2, 3),
      at: FieldValue.serverTimestamp(),
    };
    await target.set({ text: FieldValue.delete(), deep: change }, { merge: true });
    const deep = { er: { n: 3 }, tags: [2, 3], at: expect.any(Timestamp) };
    expect(await dataOf(target)).toStrictEqual({ list: [], deep });
    await target.update({ list: FieldValue.delete(), deep: change });
    expect(await dataOf(target)).toStrictEqual({ deep: { ...deep, er: { n: 1 } } });
    await target.update({ 'deep.er.n': null, 'deep.more.text': 'foo' });
    expect(await dataOf(target)).toStrictEqual({ deep: { ...deep, er: { n: null }, more: { text: 'foo' } } });
    await target.set({ deep: FieldValue.delete() }, { merge: true });
    expect(await dataOf(target)).toStrictEqual({});
  });

  it('is deleted whether it is there or not, and updated only when it is and has not changed', async () => {
    const target = world.room.doc('a');
    await target.delete();
    await expect(target.update({ n: 1 })).rejects.toMatchObject({ code: 5 });
    await expect(target.delete({ exists: true })).rejects.toMatchObject({ code: 5 });
    const { writeTime } = await target.create({ n: 1 });
    await target.update({ n: 3 }, { lastUpdateTime: writeTime });
    await expect(target.update({ n: 4 }, { lastUpdateTime: writeTime })).rejects.toThrow(
      'does not match the required base version',
    );
    expect(await dataOf(target)).toStrictEqual({ n: 3 });
    await target.delete();
    expect((await target.get()).exists).toBe(false);
  });

  it('is listed when it is missing but has documents below', async () => {
    const { db, room } = world;
    await fill(room, { a: {}, 'b/b/b': {}, c: {} });
    const listed = await room.listDocuments();
    const read = await db.getAll(...listed);
    expect(read.map(({ id, exists }) => [id, exists])).toStrictEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
  });

  it('is listed on whichever page it stands, and so is a collection', async () => {
    const { db, room } = world;
    const numbers = Array.from({ length: 400 }, (_, n) => String(n).padStart(3, '0'));
    await fill(room, Object.fromEntries(numbers.map((id) => [id, { id }])));
    expect((await room.listDocuments()).map(({ id }) => id)).toStrictEqual(numbers);
    const batch = db.batch();
    for (const id of numbers) batch.create(room.doc(`parent/${id}/x`), {});
    await batch.commit();
    expect((await room.doc('parent').listCollections()).map(({ id }) => id)).toStrictEqual(numbers);
  }, 20_000);
});

overGrpcAndRest('a client of the Admin SDK', (world) => {
  it('makes any of its calls first', async () => {
    const calls: readonly ((room: string, db: ReturnType<typeof world.connect>) => Promise<unknown>)[] = [
      (room, db) => db.collection(room).get(),
      (room, db) => db.collection(room).add({}),
      (room, db) => db.collection(room).listDocuments(),
      (room, db) => db.collection(room).doc().get(),
      (room, db) => db.collection(room).doc().create({}),
      (room, db) => db.collection(room).doc().set({}),
      (room, db) => expect(db.collection(room).doc().update('foo', 'bar')).rejects.toMatchObject({ code: 5 }),
      (room, db) => db.collection(room).doc().delete(),
      (room, db) => db.collection(room).doc().listCollections(),
      (room, db) => db.runTransaction((transaction) => transaction.get(db.collection(room))),
      (room, db) => db.getAll(db.collection(room).doc()),
      (_room, db) => db.batch().commit(),
      (_room, db) => db.listCollections(),
      (room, db) =>
        new Promise((resolve) => {
          db.collection(room).stream().on('finish', resolve);
        }),
      (room, db) =>
        new Promise<void>((resolve, reject) => {
          const stop = db.collection(room).onSnapshot(() => {
            stop();
            resolve();
          }, reject);
        }),
    ];
    for (const call of calls) await call('first', world.connect());
    const { size } = await world.connect().collection('first').get();
    expect(size).toBe(3);
  }, 20_000);

  it('reads and writes in a database with a name, apart from the default one', async () => {
    const named = world.connect({ databaseId: 'test-db' });
    await named.doc('only/here').set({ n: 1 });
    expect((await named.doc('only/here').get()).get('n')).toBe(1);
    expect((await world.db.doc('only/here').get()).exists).toBe(false);
    const listened = await new Promise<number>((resolve, reject) => {
      const stop = named.collection('only').onSnapshot(({ size }) => {
        stop();
        resolve(size);
      }, reject);
    });
    expect(listened).toBe(1);
  });

  it('is given no explanation of a query, only what it finds', async () => {
    const { room } = world;
    await fill(room, { a: { n: 1 }, b: { n: 2 } });
    for (const asked of [room, room.count()]) {
      await expect(asked.explain({ analyze: false })).rejects.toThrow('No explain results');
      await expect(asked.explain({ analyze: true })).rejects.toThrow('No explain results');
    }
    let found = 0;
    for await (const each of room.explainStream({ analyze: true })) {
      if ('document' in (each as unknown as object)) found += 1;
    }
    expect(found).toBe(2);
  });

  it('makes no call once it is terminated', async () => {
    const client = world.connect();
    await client.doc('any/one').set({});
    await client.terminate();
    await expect(client.doc('any/one').set({})).rejects.toThrow('already been terminated');
  });
});
