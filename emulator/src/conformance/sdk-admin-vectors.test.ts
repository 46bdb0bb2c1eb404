import { type CollectionReference, FieldValue, type Query } from 'firebase-admin/firestore';
import { expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

const { vector } = FieldValue;
type Search = Parameters<Query['findNearest']>[0];

/** The ids that were found, nearest first, and their distances. */
async function found(from: Query, search: Partial<Search> & Pick<Search, 'distanceMeasure'>) {
  const { docs } = await from
    .findNearest({ vectorField: 'v', queryVector: [1, 0], limit: 5, ...search })
    .get();
  const { distanceResultField: field } = search;
  return docs.map((each) => (field === undefined ? each.id : [each.id, each.get(field)]));
}

const fillTwenties = (room: CollectionReference) =>
  fill(room, {
    none: { kind: 'in' },
    out: { kind: 'out', v: vector([10, 10]) },
    ones: { kind: 'in', v: vector([1, 1]) },
    ten: { kind: 'in', v: vector([10, 0]) },
    twenty: { kind: 'in', v: vector([20, 0]) },
    hundreds: { kind: 'in', v: vector([100, 100]) },
  });

const fillEuclidean = (room: CollectionReference) =>
  fill(room, {
    none: { foo: 'bar' },
    two: { foo: 'bar', v: vector([2, 0]) },
    high: { foo: 'bar', v: vector([1, 100]) },
    low: { foo: 'bar', v: vector([1, -0.1]) },
    fours: { foo: 'bar', v: vector([4, 4]) },
  });

const fillDots = (room: CollectionReference) =>
  fill(room, {
    none: { foo: 'bar' },
    two: { foo: 'bar', v: vector([2, 0]) },
    high: { foo: 'bar', v: vector([1, 100]) },
    back: { foo: 'bar', v: vector([-20, 0]) },
    near: { foo: 'bar', v: vector([0.1, 4]) },
  });

overGrpcAndRest('a search for the nearest by the Admin SDK', (world) => {
  it.each<[Search['distanceMeasure'], readonly string[]]>([
    ['EUCLIDEAN', ['ten', 'ones', 'twenty']],
    ['COSINE', ['hundreds', 'ones', 'ten']],
    ['DOT_PRODUCT', ['hundreds', 'twenty', 'ten']],
  ])('goes by %s, among the documents that the filter leaves', async (distanceMeasure, expected) => {
    const { room } = world;
    await fillTwenties(room);
    const among = room.where('kind', '==', 'in');
    expect(await found(among, { distanceMeasure, queryVector: [10, 10], limit: 3 })).toStrictEqual(expected);
    const older = await among.findNearest('v', [10, 10], { limit: 3, distanceMeasure }).get();
    expect(older.docs.map(({ id }) => id)).toStrictEqual(expected);
  });

  it('keeps the order of ids where several are as near, whatever their length', async () => {
    const { room } = world;
    await fill(room, { a: { v: vector([20, 0]) }, b: { v: vector([10, 0]) }, c: { v: vector([1, 1]) } });
    const search = { distanceMeasure: 'COSINE' as const, queryVector: [10, 10] };
    expect(await found(room, search)).toStrictEqual(['c', 'a', 'b']);
  });

  it('gives what a converter makes of the documents', async () => {
    const { room } = world;
    await fill(room, { a: { foo: 'bar', v: vector([5, 5]) } });
    const converted = room.where('foo', '==', 'bar').withConverter({
      toFirestore: (list: number[]) => ({ v: vector(list) }),
      fromFirestore: (snapshot) => snapshot.get('v').toArray() as number[],
    });
    const nearest = await converted
      .findNearest({
        vectorField: 'v',
        queryVector: vector([10, 10]),
        limit: 3,
        distanceMeasure: 'EUCLIDEAN',
      })
      .get();
    expect(nearest.docs.map((each) => each.data())).toStrictEqual([[5, 5]]);
  });

  it('passes by what is no vector, or one of another length, or not there', async () => {
    const { room } = world;
    await fill(room, {
      a: {},
      b: { v: [10, 10] },
      c: { v: 'a vector' },
      d: { v: null },
      e: { v: vector([10]) },
      f: { v: vector([9, 9]) },
      g: { v: vector([50, 50]) },
    });
    const search = { distanceMeasure: 'EUCLIDEAN' as const, queryVector: [10, 10], limit: 100 };
    expect(await found(room, search)).toStrictEqual(['f', 'g']);
    expect(await found(room, { ...search, vectorField: 'missing' })).toStrictEqual([]);
  });

  it('looks inside maps', async () => {
    const { room } = world;
    await fill(room, {
      a: { nested: { foo: 1 } },
      b: { nested: { v: vector([10, 10]) } },
      c: { nested: { v: vector([1, 1]) } },
      d: { nested: { v: vector([10, 0]) } },
    });
    expect(
      await found(room, {
        vectorField: 'nested.v',
        distanceMeasure: 'EUCLIDEAN',
        queryVector: [10, 10],
        limit: 2,
      }),
    ).toStrictEqual(['b', 'd']);
  });

  it('leaves the vector out where others are selected', async () => {
    const { room } = world;
    await fill(room, {
      a: { foo: 1 },
      b: { foo: 2, v: vector([10, 10]) },
      c: { foo: 3, v: vector([1, 1]) },
      d: { foo: 4, v: vector([10, 0]) },
    });
    const nearest = await room
      .where('foo', 'in', [1, 2, 3, 4])
      .select('foo')
      .findNearest({ vectorField: 'v', queryVector: [10, 10], limit: 10, distanceMeasure: 'EUCLIDEAN' })
      .get();
    expect(nearest.docs.map((each) => each.data())).toStrictEqual([{ foo: 2 }, { foo: 4 }, { foo: 3 }]);
  });

  it('takes 2,048 dimensions and a thousand results', async () => {
    const { room } = world;
    const wide = Array.from({ length: 2048 }, (_, n) => n + 1);
    await fill(room, { a: { v: vector(wide) } });
    const { docs } = await room
      .findNearest({
        vectorField: 'v',
        queryVector: wide.map((n) => n - 2),
        limit: 1000,
        distanceMeasure: 'EUCLIDEAN',
      })
      .get();
    expect(docs.map((each) => each.get('v').toArray())).toStrictEqual([wide]);
  });

  it('tells the distance by COSINE', async () => {
    const { room } = world;
    await fill(room, {
      none: {},
      same: { v: vector([1, 0]) },
      up: { v: vector([0, 1]) },
      down: { v: vector([0, -0.1]) },
      back: { v: vector([-1, 0]) },
    });
    const distances = await found(room, { distanceMeasure: 'COSINE', distanceResultField: 'far' });
    expect(distances).toStrictEqual([
      ['same', 0],
      ['down', 1],
      ['up', 1],
      ['back', 2],
    ]);
  });

  it('tells the distance by EUCLIDEAN and DOT_PRODUCT', async () => {
    const { room } = world;
    await fillEuclidean(room);
    expect(await found(room, { distanceMeasure: 'EUCLIDEAN', distanceResultField: 'far' })).toStrictEqual([
      ['low', 0.1],
      ['two', 1],
      ['fours', 5],
      ['high', 100],
    ]);
    await room.firestore.recursiveDelete(room);
    await fillDots(room);
    expect(await found(room, { distanceMeasure: 'DOT_PRODUCT', distanceResultField: 'far' })).toStrictEqual([
      ['two', 2],
      ['high', 1],
      ['near', 0.1],
      ['back', -20],
    ]);
  });

  it('tells the distance in the place of a field, and selected beside others', async () => {
    const { room } = world;
    await fill(room, { a: { foo: 1, v: vector([0, 1]), far: '100 miles' } });
    const search = { distanceMeasure: 'COSINE', distanceResultField: 'far' } as const;
    expect(await found(room, search)).toStrictEqual([['a', 1]]);
    expect(await found(room.select('v', 'far'), search)).toStrictEqual([['a', 1]]);
    const [selected] = (
      await room
        .select('far')
        .findNearest({ vectorField: 'v', queryVector: [1, 0], limit: 1, ...search })
        .get()
    ).docs;
    expect(selected?.data()).toStrictEqual({ far: 1 });
  });

  it('stops at a threshold by COSINE', async () => {
    const { room } = world;
    await fill(room, {
      none: {},
      same: { v: vector([1, 0]) },
      half: { v: vector([1, 1]) },
      down: { v: vector([0, -0.1]) },
      back: { v: vector([-1, 0]) },
    });
    expect(await found(room, { distanceMeasure: 'COSINE', distanceThreshold: 1 })).toStrictEqual([
      'same',
      'half',
      'down',
    ]);
  });

  it('stops at a threshold by EUCLIDEAN', async () => {
    await fillEuclidean(world.room);
    expect(await found(world.room, { distanceMeasure: 'EUCLIDEAN', distanceThreshold: 5 })).toStrictEqual([
      'low',
      'two',
      'fours',
    ]);
  });

  it('begins at a threshold by DOT_PRODUCT, where more is nearer, and keeps to its limit', async () => {
    const { room } = world;
    await fillDots(room);
    const search = { distanceMeasure: 'DOT_PRODUCT' } as const;
    expect(await found(room, { ...search, distanceThreshold: 1 })).toStrictEqual(['two', 'high']);
    expect(await found(room, { ...search, distanceThreshold: 0, limit: 2 })).toStrictEqual(['two', 'high']);
    expect(
      await found(room, { ...search, distanceThreshold: 0.11, distanceResultField: 'foo' }),
    ).toStrictEqual([
      ['two', 2],
      ['high', 1],
    ]);
  });
});
