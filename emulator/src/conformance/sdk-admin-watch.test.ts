import {
  type DocumentData,
  type DocumentSnapshot,
  FieldPath,
  FieldValue,
  type Query,
  type QuerySnapshot,
} from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';
import { aroundVectors } from './around-vectors.ts';
import { Events } from './sdk-cases/events.ts';

interface Watched<T> {
  onSnapshot(next: (snapshot: T) => void, failed: (error: Error) => void): () => void;
}

/** The snapshots of a listener, one after the other. */
function watch<T>(watched: Watched<T>) {
  const events = new Events<T>();
  const stop = watched.onSnapshot(events.push, events.fail);
  return { next: () => events.next(), stop };
}

/** What a listener is told of a query: its documents, and how each came there. */
function told(snapshot: QuerySnapshot) {
  for (const { doc } of snapshot.docChanges()) {
    expect([doc.readTime, doc.createTime, doc.updateTime]).not.toContain(undefined);
  }
  return {
    docs: snapshot.docs.map((doc) => [doc.id, doc.data()]),
    changes: snapshot.docChanges().map(({ type, doc }) => [type, doc.id, doc.data()]),
  };
}

/** Rejects unless a get and a listener both give these documents, in this order. */
async function ordered(query: Query, ids: readonly string[]): Promise<void> {
  expect((await query.get()).docs.map(({ id }) => id)).toStrictEqual(ids);
  const listener = watch(query);
  const first = await listener.next();
  listener.stop();
  expect(first.docs.map(({ id }) => id)).toStrictEqual(ids);
  expect(first.docChanges().map(({ type, doc }) => `${type} ${doc.id}`)).toStrictEqual(
    ids.map((id) => `added ${id}`),
  );
}

overGrpcAndRest('a listener of the Admin SDK', (world) => {
  it('tells of a document that appears, changes and goes, with its times', async () => {
    const target = world.room.doc('a');
    const listener = watch<DocumentSnapshot>(target);
    expect((await listener.next()).exists).toBe(false);
    const { writeTime } = await target.set({ n: 1 });
    const first = await listener.next();
    expect(first.data()).toStrictEqual({ n: 1 });
    expect(first.createTime).toStrictEqual(writeTime);
    await target.set({ n: 2 });
    const second = await listener.next();
    expect(second.data()).toStrictEqual({ n: 2 });
    expect(second.createTime).toStrictEqual(first.createTime);
    expect(second.updateTime?.toMillis()).toBeGreaterThan(Number(first.updateTime?.toMillis()));
    expect(second.readTime.toMillis()).toBeGreaterThan(first.readTime.toMillis());
    await target.delete();
    expect((await listener.next()).exists).toBe(false);
    listener.stop();
  });

  it('tells two listeners of one document, and each of its own', async () => {
    const [one, other] = [world.room.doc('one'), world.room.doc('other')];
    const listeners = [one, one, other].map((target) => watch<DocumentSnapshot>(target));
    const exist = async () => (await Promise.all(listeners.map(({ next }) => next()))).map((s) => s.exists);
    expect(await exist()).toStrictEqual([false, false, false]);
    await Promise.all([one.set({}), other.set({})]);
    expect(await exist()).toStrictEqual([true, true, true]);
    await Promise.all([one.delete(), other.delete()]);
    expect(await exist()).toStrictEqual([false, false, false]);
    for (const { stop } of listeners) stop();
  });

  it('is one of a hundred and fifty', async () => {
    const { room } = world;
    const listeners = Array.from({ length: 150 }, (_, n) => watch<QuerySnapshot>(room.where('n', '>', n)));
    const sizes = async () =>
      (await Promise.all(listeners.map(({ next }) => next()))).map(({ size }) => size);
    expect(new Set(await sizes())).toStrictEqual(new Set([0]));
    await room.doc('a').set({ n: 1337 });
    expect(new Set(await sizes())).toStrictEqual(new Set([1]));
    for (const { stop } of listeners) stop();
  }, 20_000);

  it('tells of each document that joins a collection, changes in it and leaves it', async () => {
    const { room } = world;
    const listener = watch<QuerySnapshot>(room);
    expect(told(await listener.next())).toStrictEqual({ docs: [], changes: [] });
    await room.doc('a').set({ foo: 'a' });
    expect(told(await listener.next())).toStrictEqual({
      docs: [['a', { foo: 'a' }]],
      changes: [['added', 'a', { foo: 'a' }]],
    });
    await room.doc('b').set({ foo: 'b' });
    expect(told(await listener.next()).changes).toStrictEqual([['added', 'b', { foo: 'b' }]]);
    await room.doc('b').set({ bar: 'c' });
    expect(told(await listener.next())).toStrictEqual({
      docs: [
        ['a', { foo: 'a' }],
        ['b', { bar: 'c' }],
      ],
      changes: [['modified', 'b', { bar: 'c' }]],
    });
    await room.doc('a').delete();
    expect(told(await listener.next())).toStrictEqual({
      docs: [['b', { bar: 'c' }]],
      changes: [['removed', 'a', { foo: 'a' }]],
    });
    listener.stop();
  });

  it('tells of a document that no longer fits as it last did', async () => {
    const { room } = world;
    const listener = watch<QuerySnapshot>(room.where('included', '==', 'yes'));
    await listener.next();
    await fill(room, { a: { included: 'yes' }, b: { included: 'yes' } });
    expect(told(await listener.next()).changes.map(([type, id]) => `${type} ${id}`)).toStrictEqual([
      'added a',
      'added b',
    ]);
    await room.doc('b').set({ included: 'no' });
    expect(told(await listener.next())).toStrictEqual({
      docs: [['a', { included: 'yes' }]],
      changes: [['removed', 'b', { included: 'yes' }]],
    });
    listener.stop();
  });

  it('moves documents in their order, and fills a limit up again', async () => {
    const { room } = world;
    await fill(room, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
    const listener = watch<QuerySnapshot>(room.orderBy('n').limit(2));
    expect(told(await listener.next()).docs.map(([id]) => id)).toStrictEqual(['a', 'b']);
    await room.doc('a').update({ n: 2.5 });
    expect(told(await listener.next()).docs.map(([id]) => id)).toStrictEqual(['b', 'a']);
    await room.doc('b').delete();
    const last = told(await listener.next());
    expect(last.docs.map(([id]) => id)).toStrictEqual(['a', 'c']);
    expect(last.changes.map(([type, id]) => `${type} ${id}`)).toStrictEqual(['removed b', 'added c']);
    listener.stop();
  });

  it('gives the last of an order in that order', async () => {
    const { room } = world;
    await fill(room, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
    await ordered(room.orderBy('n').limitToLast(2), ['b', 'c']);
  });

  it('gives what a converter makes of the documents', async () => {
    const { room } = world;
    const converted = room.where('title', '==', 'post').withConverter({
      toFirestore: (title: string) => ({ title }),
      fromFirestore: (snapshot) => `the ${snapshot.get('title')}`,
    });
    const listener = watch<QuerySnapshot<string>>(converted);
    expect((await listener.next()).size).toBe(0);
    await room.doc('a').set({ title: 'post' });
    expect((await listener.next()).docs.map((each) => each.data())).toStrictEqual(['the post']);
    listener.stop();
  });

  it('tells of vectors through create, set, update and delete', async () => {
    const { room } = world;
    const target = room.doc('a');
    const listener = watch<QuerySnapshot>(room.where('about', '==', 'vectors'));
    const vectors = async () =>
      (await listener.next()).docs.map((each) =>
        ['v', 'w', 'x'].map((field) => each.get(field)?.toArray() ?? null),
      );
    expect(await vectors()).toStrictEqual([]);
    await target.create({ about: 'vectors', v: FieldValue.vector([0]) });
    expect(await vectors()).toStrictEqual([[[0], null, null]]);
    await target.set({ about: 'vectors', v: FieldValue.vector([0]), w: FieldValue.vector([1, 2, 3.99]) });
    expect(await vectors()).toStrictEqual([[[0], [1, 2, 3.99], null]]);
    await target.update({ x: FieldValue.vector([-1, -200, -999]) });
    expect(await vectors()).toStrictEqual([[[0], [1, 2, 3.99], [-1, -200, -999]]]);
    await target.delete();
    expect(await vectors()).toStrictEqual([]);
    listener.stop();
  });

  it('may be ended, and another of the same query begun, with what changed between', async () => {
    const { room } = world;
    const first = watch<QuerySnapshot>(room);
    await first.next();
    first.stop();
    await room.doc('a').set({});
    const second = watch<QuerySnapshot>(room);
    expect((await second.next()).size).toBe(1);
    second.stop();
  });

  it('is told why its query is refused', async () => {
    const refused = watch<QuerySnapshot>(
      world.room.where(
        'n',
        'in',
        Array.from({ length: 31 }, (_, n) => n),
      ),
    );
    await expect(refused.next()).rejects.toThrow("'IN' supports up to 30 comparison values.");
    refused.stop();
  });
});

const LONGS = {
  least: '__id-9223372036854775808__',
  aboveLeast: '__id-9223372036854775807__',
  belowMost: '__id9223372036854775806__',
  most: '__id9223372036854775807__',
};
const SORTED_IDS = [
  LONGS.least,
  LONGS.aboveLeast,
  '__id-2__',
  '__id7__',
  '__id12__',
  LONGS.belowMost,
  LONGS.most,
  '12',
  '7',
  'A',
  'Aa',
  '__id',
  '__id1_',
  '_id1__',
  'a',
];
/** By the bytes of UTF-8, which is not the order of JavaScript's strings beyond the basic plane. */
const SORTED_WORDS = ['Sierpiński', 'Łukasiewicz', '你好', '你顥', '岩澤', '︒', 'Ｐ', '🄟', '🐵', '😀', '😁'];

overGrpcAndRest('an order that the server and the Admin SDK have to agree on', (world) => {
  it('is that of document ids, numbers first', async () => {
    const { room } = world;
    await fill(room, Object.fromEntries(SORTED_IDS.toReversed().map((id) => [id, { a: 1 }])));
    const byId = FieldPath.documentId();
    await ordered(room.orderBy(byId), SORTED_IDS);
    await ordered(
      room.where(byId, '>', '__id7__').where(byId, '<=', 'A').orderBy(byId),
      SORTED_IDS.slice(4, 10),
    );
  });

  it('is that of vectors: between lists and maps, shorter ones first', async () => {
    const { room } = world;
    const { vector } = FieldValue;
    const values = aroundVectors(vector);
    // Ids that run the other way, so that they cannot be what puts the documents in order.
    const idOf = (index: number) => String(99 - index);
    await fill(room, Object.fromEntries(values.map((v, index) => [idOf(index), { v }])));
    await ordered(
      room.orderBy('v'),
      values.map((_, index) => idOf(index)),
    );
  });

  it.each<[string, (word: string) => DocumentData]>([
    ['text', (word) => ({ v: word })],
    ['text in lists', (word) => ({ v: [word] })],
    ['text in maps', (word) => ({ v: { foo: word } })],
    ['the keys of maps', (word) => ({ v: { [word]: true } })],
  ])('is that of %s', async (_, dataOf) => {
    const { room } = world;
    const idOf = (index: number) => String(99 - index);
    await fill(room, Object.fromEntries(SORTED_WORDS.map((word, index) => [idOf(index), dataOf(word)])));
    await ordered(
      room.orderBy('v'),
      SORTED_WORDS.map((_word, index) => idOf(index)),
    );
  });

  it('is that of document ids in any script', async () => {
    const { room } = world;
    await fill(room, Object.fromEntries(SORTED_WORDS.toReversed().map((word) => [word, { v: true }])));
    await ordered(room.orderBy(FieldPath.documentId()), SORTED_WORDS);
  });
});
