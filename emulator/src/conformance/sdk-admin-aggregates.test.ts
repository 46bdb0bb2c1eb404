import {
  AggregateField,
  type AggregateQuery,
  type DocumentData,
  FieldPath,
  type Query,
  Timestamp,
} from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { type AdminWorld, fill, overGrpcAndRest } from './admin-clients.ts';

const { average, count, sum } = AggregateField;

/** Stores these documents, with ids `d0`, `d1` and so on. */
const fillList = ({ room }: AdminWorld, documents: readonly DocumentData[]) =>
  fill(room, Object.fromEntries(documents.map((data, index) => [`d${index}`, data])));

const sumOf = async (query: Query, field = 'n') =>
  (await query.aggregate({ sum: sum(field) }).get()).data().sum;
const averageOf = async (query: Query, field = 'n') =>
  (await query.aggregate({ mean: average(field) }).get()).data().mean;

overGrpcAndRest('an aggregation of the Admin SDK', (world) => {
  describe.each<[string, (asked: AggregateQuery<{ count: AggregateField<number> }>) => Promise<number>]>([
    ['by itself', async (asked) => (await asked.get()).data().count],
    [
      'in a transaction',
      async (asked) => (await world.db.runTransaction((transaction) => transaction.get(asked))).data().count,
    ],
  ])('%s', (_, run) => {
    it('counts none where there is none', async () => {
      const { room } = world;
      expect(await run(room.count())).toBe(0);
      await fillList(world, [{ foo: 'bar' }]);
      expect(await run(room.where('foo', '==', 'other').count())).toBe(0);
      expect(await run(room.count())).toBe(1);
    });

    it('counts what fits, what is ordered, and no more than the limit', async () => {
      const { room } = world;
      await fillList(world, [{ foo: 1 }, { foo: 1 }, { foo: 2 }, { bar: 1 }, { bar: 2 }, { bar: 3 }]);
      expect(await run(room.where('foo', '==', 1).aggregate({ count: count() }))).toBe(2);
      expect(await run(room.limit(5).count())).toBe(5);
      expect(await run(room.orderBy('bar').count())).toBe(3);
      expect(await run(room.orderBy('none').count())).toBe(0);
    });

    it('counts between cursors, of values, references and documents, and after an offset', async () => {
      const { room } = world;
      await fillList(
        world,
        Array.from({ length: 7 }, () => ({ foo: 'bar' })),
      );
      const third = await room.doc('d2').get();
      const byId = room.orderBy(FieldPath.documentId());
      for (const [from, cursor] of [
        [room, third],
        [byId, room.doc('d2')],
      ] as const) {
        expect(await run(from.startAfter(cursor).count())).toBe(4);
        expect(await run(from.startAt(cursor).count())).toBe(5);
        expect(await run(from.endAt(cursor).count())).toBe(3);
        expect(await run(from.endBefore(cursor).count())).toBe(2);
      }
      expect(await run(room.offset(6).count())).toBe(1);
    });
  });

  it('counts as it was at a time, in a transaction that reads only', async () => {
    const { db, room } = world;
    const { writeTime } = await room.doc('a').create({ some: 'data' });
    const countAt = async (readTime: Timestamp) =>
      (
        await db.runTransaction((transaction) => transaction.get(room.count()), { readOnly: true, readTime })
      ).data().count;
    expect(await countAt(writeTime)).toBe(1);
    expect(await countAt(Timestamp.fromMillis(writeTime.toMillis() - 1))).toBe(0);
  });

  it('answers under any name, as often as it is asked', async () => {
    await fillList(world, [{ n: 100 }, { n: 50 }]);
    const long = '0123456789'.repeat(1500);
    const names = [
      'foo',
      'with.dots',
      'with-un/su+pp[or]ted',
      '`with-un/su+pp[or]ted`',
      'with\\back\\slashes',
    ];
    const answered = await world.room
      .aggregate(Object.fromEntries(names.map((name) => [name, count()])))
      .get();
    expect(answered.data()).toStrictEqual(Object.fromEntries(names.map((name) => [name, 2])));
    const wide = await world.room.aggregate({ [long]: count(), [long + long]: count() }).get();
    expect(wide.data()).toStrictEqual({ [long]: 2, [long + long]: 2 });
    const five = await world.room
      .aggregate({ a: sum('n'), b: average('n'), c: count(), d: sum('n'), e: average('n') })
      .get();
    expect(five.data()).toStrictEqual({ a: 150, b: 75, c: 2, d: 150, e: 75 });
    expect(five.data()).not.toHaveProperty('f');
  });

  it('counts, adds up and averages across a collection group, and asks no converter', async () => {
    const { db, room } = world;
    const group = `g${room.id}`;
    const batch = db.batch();
    const paths = [`${group}/a`, `abc/1/${group}/b`, `z${group}/c`, `abc/1/z${group}/d`, `abc/1/z/${group}`];
    for (const path of paths) batch.set(db.doc(path), { x: 2 });
    await batch.commit();
    const refuse = (): never => {
      throw new Error('no converter was to be asked');
    };
    const all = db.collectionGroup(group).withConverter({ toFirestore: refuse, fromFirestore: refuse });
    const answered = await all.aggregate({ size: count(), total: sum('x'), mean: average('x') }).get();
    expect(answered.data()).toStrictEqual({ size: 2, total: 4, mean: 2 });
  });

  const huge = Number.MAX_VALUE;
  const safe = Number.MAX_SAFE_INTEGER;
  it.each<[string, readonly unknown[], unknown]>([
    ['whole numbers', [100, 50], 150],
    ['halves', [5, 4.5, 3], 12.5],
    ['halves that make a whole', [5, 4.5, 3.5], 13],
    ['more than 64 bits hold', [2 ** 63, 2 ** 63], 2 ** 64],
    ['whole numbers that overflow a double on the way', [safe, 1, -101], safe - 100],
    ['whole numbers, to a negative one', [safe, Number.MIN_SAFE_INTEGER, -101, -10_000], -10_101],
    ['the largest, twice', [huge, huge], Number.POSITIVE_INFINITY],
    ['the largest and one that is not lost on it', [huge, 1e293], Number.POSITIVE_INFINITY],
    ['the largest below zero', [-huge, -huge], Number.NEGATIVE_INFINITY],
    ['NaN', [5, 4, Number.NaN, 0], Number.NaN],
    ['nothing', [], 0],
    ['what is no number too', [5, 4, '3', 1], 10],
    ['the smallest', [Number.MIN_VALUE], Number.MIN_VALUE],
  ])('adds up %s', async (_, values, expected) => {
    await fillList(
      world,
      values.map((n) => ({ n })),
    );
    expect(await sumOf(world.room)).toBe(expected);
  });

  it('adds up the largest both ways without refusing', async () => {
    const signs = [1, 1, -1, -1, 1, -1, -1, 1];
    await fillList(
      world,
      signs.map((sign) => ({ n: sign * huge })),
    );
    expect([0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]).toContain(await sumOf(world.room));
  });

  it.each<[string, readonly unknown[], unknown]>([
    ['whole numbers', [10, 5, 0], 5],
    ['halves that make a whole', [10.5, 9.5], 10],
    ['halves and wholes that make a whole', [10, 9.5, 10.5], 10],
    ['halves', [5.5, 4.5, 3.5], 4.5],
    ['whole numbers that make a half', [10, 9], 9.5],
    ['what is too small to halve', [Number.MIN_VALUE, 0], 0],
    ['the smallest', [Number.MIN_VALUE], Number.MIN_VALUE],
    ['the largest, twice', [huge, huge], Number.POSITIVE_INFINITY],
    ['NaN', [5, 4, Number.NaN, 0], Number.NaN],
    ['nothing', [], null],
    ['what is no number too', [5, 4, '3', 6], 5],
  ])('averages %s', async (_, values, expected) => {
    await fillList(
      world,
      values.map((n) => ({ n })),
    );
    expect(await averageOf(world.room)).toBe(expected);
  });

  it('averages halves and wholes to within a rounding', async () => {
    await fillList(world, [{ n: 8.6 }, { n: 9 }, { n: 10 }]);
    expect(await averageOf(world.room)).toBeCloseTo(9.2, 7);
  });

  it('counts what is no number, though it adds nothing up', async () => {
    await fillList(world, [{ n: 5 }, { n: 4 }, { n: '3' }, { n: 6 }]);
    const answered = await world.room.aggregate({ mean: average('n'), size: count() }).get();
    expect(answered.data()).toStrictEqual({ mean: 5, size: 4 });
  });

  it('goes by filters, and by fields inside fields', async () => {
    const { room } = world;
    await fillList(world, [
      { rating: 5, tags: [5, 1000], deep: { pages: 100 } },
      { rating: 4, tags: [4], deep: { pages: 50 } },
      { rating: 3, tags: [2222, 3], deep: { pages: 100 } },
    ]);
    const asked = { total: sum('rating'), mean: average('rating'), size: count() };
    expect((await room.where('rating', 'in', [5, 3]).aggregate(asked).get()).data()).toStrictEqual({
      total: 8,
      mean: 4,
      size: 2,
    });
    expect(await sumOf(room.where('rating', '>', 5), 'rating')).toBe(0);
    expect(await averageOf(room.where('rating', '>', 5), 'rating')).toBeNull();
    const deep = await room
      .where('tags', 'array-contains-any', [5, 3])
      .aggregate({ none: sum('tags'), noMean: average('tags'), pages: sum('deep.pages'), size: count() })
      .get();
    expect(deep.data()).toStrictEqual({ none: 0, noMean: null, pages: 200, size: 2 });
  });

  it('takes only the documents that have every field asked for, NaN among them or not', async () => {
    const { room } = world;
    await fillList(world, [
      { pages: 100, year: 1980, rating: 5 },
      { pages: 50, year: 2020, rating: Number.NaN },
      { pages: 150, year: 2021, rating: 0 },
      { pages: 50 },
    ]);
    const whole = await room
      .aggregate({ a: sum('pages'), b: average('pages'), c: average('year'), d: count() })
      .get();
    expect(whole.data()).toStrictEqual({ a: 300, b: 100, c: 2007, d: 3 });
    const rated = await room.aggregate({ a: sum('rating'), b: sum('pages'), c: average('year') }).get();
    expect(rated.data()).toStrictEqual({ a: Number.NaN, b: 300, c: 2007 });
  });

  it('adds up what an order and its cursors leave', async () => {
    const { room } = world;
    await fill(room, { a: { n: 5, foo: 1 }, b: { n: 7, foo: 2 } });
    const a = await room.doc('a').get();
    const by = room.orderBy('n');
    const byId = FieldPath.documentId();
    const sums: readonly (readonly [Query, number])[] = [
      [room, 12],
      [by, 12],
      [room.where('n', '==', 5), 5],
      [room.where('n', '==', 5).orderBy('n'), 5],
      [room.where('n', '>', 5), 7],
      [room.where('n', '>', 5).orderBy('n'), 7],
      [by.startAfter(5), 7],
      [by.startAfter(a), 7],
      [room.where('n', '==', 5).orderBy('n').startAt(5), 5],
      [room.where('n', '>', 5).orderBy('n').startAt(5), 7],
      [room.where('n', '>', 5).orderBy('n').orderBy(byId).startAfter(5, room.doc('a')), 7],
      [room.where('n', '>', 0).startAfter(a), 7],
      [room.where('foo', '>', 0).startAfter(a), 7],
      [room.orderBy('foo').startAfter(a), 7],
      [room.startAfter(a), 7],
      [room.orderBy(byId).startAfter(room.doc('a')), 7],
      [room.where('n', '==', 7).orderBy(byId).startAfter(room.doc('a')), 7],
    ];
    for (const [query, expected] of sums) expect(await sumOf(query)).toBe(expected);
  });
});
