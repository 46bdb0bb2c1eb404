import { type CollectionReference, FieldPath, Filter, type Query } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { fill, overGrpcAndRest } from './admin-clients.ts';

const ids = async (query: Query) => (await query.get()).docs.map(({ id }) => id);

const { where, or, and } = Filter;
const byId = FieldPath.documentId();

overGrpcAndRest('a filter of the Admin SDK', (world) => {
  it('finds null and NaN, each as itself', async () => {
    const { room } = world;
    await fill(room, { a: { n: Number.NaN, m: null }, b: { n: null, m: null }, c: { n: 0, m: 0 } });
    expect(await ids(room.where('n', '==', Number.NaN).where('m', '==', null))).toStrictEqual(['a']);
    expect(await ids(room.where('n', '!=', Number.NaN))).toStrictEqual(['c']);
  });

  describe('by what is not', () => {
    const zips = {
      a: { zip: Number.NaN },
      b: { zip: 91102 },
      c: { zip: 98101 },
      d: { zip: 98103 },
      e: { zip: [98101] },
      f: { zip: ['98101', { zip: 98101 }] },
      g: { zip: { zip: 98101 } },
      h: { zip: null },
      i: { other: 1 },
    };

    it.each<[string, unknown, readonly string[]]>([
      ['a number', 98101, ['a', 'b', 'd', 'e', 'f', 'g']],
      ['NaN', Number.NaN, ['b', 'c', 'd', 'e', 'f', 'g']],
      ['null', null, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ])('equal to %s finds the rest in order, never a missing field', async (_, value, expected) => {
      await fill(world.room, zips);
      expect(await ids(world.room.where('zip', '!=', value))).toStrictEqual(expected);
    });

    it.each<[string, readonly unknown[], readonly string[]]>([
      ['numbers', [98101, 98103], ['a', 'b', 'e', 'f', 'g']],
      ['NaN', [Number.NaN], ['b', 'c', 'd', 'e', 'f', 'g']],
      ['a number and a list of it', [98101, [98101]], ['a', 'b', 'd', 'f', 'g']],
      ['null', [null], []],
      ['a number and null', [98101, null], []],
    ])('in a list of %s finds the rest in order, and nothing beside a null', async (_, list, expected) => {
      await fill(world.room, zips);
      expect(await ids(world.room.where('zip', 'not-in', list))).toStrictEqual(expected);
    });
  });

  it('takes ids as text and as references', async () => {
    const { room } = world;
    await fill(room, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
    expect(await ids(room.where(byId, '!=', 'a'))).toStrictEqual(['b', 'c']);
    expect(await ids(room.where(byId, 'not-in', ['a', room.doc('b')]))).toStrictEqual(['c']);
    expect(await ids(room.where(byId, 'in', ['a', room.doc('b')]))).toStrictEqual(['a', 'b']);
    expect(await ids(room.where(byId, '>=', 'aa'))).toStrictEqual(['b', 'c']);
  });

  it('finds what is in a list, or has one in it, by the value and its type', async () => {
    const { room } = world;
    await fill(room, {
      a: { v: 42, list: [42] },
      b: { v: '42', list: ['a', 42, 'c'] },
      c: { v: [42], list: [41.999, '42', { a: [42] }] },
      d: { v: { v: 42 }, list: [42], more: 1 },
      e: { v: 43, list: [43] },
      f: { list: [{ a: 42 }] },
      g: { list: 42 },
    });
    expect(await ids(room.where('v', 'in', [43, 42]))).toStrictEqual(['a', 'e']);
    expect(await ids(room.where('list', 'array-contains', 42))).toStrictEqual(['a', 'b', 'd']);
    expect(await ids(room.where('list', 'array-contains-any', [42, 43]))).toStrictEqual(['a', 'b', 'd', 'e']);
  });

  it('joins others by or, in the order of ids, limited or not', async () => {
    const { room } = world;
    await fill(room, {
      a: { a: 1, b: 0 },
      b: { a: 2, b: 1 },
      c: { a: 3, b: 2 },
      d: { a: 1, b: 3 },
      e: { a: 1, b: 1 },
    });
    const found = (filter: Filter) => ids(room.where(filter));
    expect(await found(or(where('a', '==', 1), where('b', '==', 1)))).toStrictEqual(['a', 'b', 'd', 'e']);
    expect(
      await found(
        or(and(where('a', '==', 1), where('b', '==', 0)), and(where('a', '==', 3), where('b', '==', 2))),
      ),
    ).toStrictEqual(['a', 'c']);
    expect(await found(and(where('a', '==', 1), or(where('b', '==', 0), where('b', '==', 3))))).toStrictEqual(
      ['a', 'd'],
    );
    expect(
      await found(
        and(or(where('a', '==', 2), where('b', '==', 2)), or(where('a', '==', 3), where('b', '==', 3))),
      ),
    ).toStrictEqual(['c']);
    const either = room.where(or(where('a', '==', 2), where('b', '==', 1)));
    expect(await ids(either.limit(1))).toStrictEqual(['b']);
    expect(await ids(either.orderBy('a').limit(1))).toStrictEqual(['e']);
    expect(await ids(either.orderBy('a', 'desc').limit(1))).toStrictEqual(['b']);
    expect(await found(or(where('a', '>', 2), where('b', '==', 1)))).toStrictEqual(['e', 'b', 'c']);
    const below = room.where(or(where('a', '==', 1), where('b', '>', 0)));
    expect(await ids(below.limit(2))).toStrictEqual(['a', 'b']);
    expect(await ids(below.orderBy('b').limitToLast(2))).toStrictEqual(['c', 'd']);
  });

  it('leaves out of an or what lacks a field that the order is by', async () => {
    const { room } = world;
    await fill(room, {
      a: { a: 1, b: 0 },
      b: { b: 1 },
      c: { a: 3, b: 2 },
      d: { a: 1, b: 3 },
      e: { a: 1 },
      f: { a: 2 },
    });
    const either = room.where(or(where('a', '==', 1), where('b', '==', 1)));
    expect(await ids(either)).toStrictEqual(['a', 'b', 'd', 'e']);
    expect(await ids(either.orderBy('a'))).toStrictEqual(['a', 'd', 'e']);
    expect(await ids(either.orderBy('b'))).toStrictEqual(['a', 'b', 'd']);
    expect(await ids(room.where(or(where('a', '>', 2), where('b', '==', 1))))).toStrictEqual(['c']);
    const above = room.where(or(where('a', '>', 1), where('b', '==', 1)));
    expect(await ids(above.orderBy('a').orderBy('b'))).toStrictEqual(['c']);
    expect(await ids(room.where(or(where('a', '==', 2), where('b', 'in', [2, 3]))))).toStrictEqual([
      'c',
      'd',
      'f',
    ]);
    expect(await ids(room.where(or(where('a', '==', 2), where('b', 'not-in', [2, 3]))))).toStrictEqual([
      'a',
      'b',
    ]);
  });

  it('joins memberships of lists by or', async () => {
    const { room } = world;
    await fill(room, {
      a: { a: 1, b: [0] },
      b: { b: [1] },
      c: { a: 3, b: [2, 7] },
      d: { a: 1, b: [3, 7] },
      e: { a: 1 },
      f: { a: 2 },
    });
    const two = where('a', '==', 2);
    expect(await ids(room.where(or(two, where('b', 'array-contains', 7))))).toStrictEqual(['c', 'd', 'f']);
    expect(await ids(room.where(or(two, where('b', 'array-contains-any', [0, 3]))))).toStrictEqual([
      'a',
      'd',
      'f',
    ]);
  });
});

overGrpcAndRest('inequalities of the Admin SDK on several fields', (world) => {
  /** Rejects unless the query gives these, and gives them again from the first of them on. */
  async function ordered(room: CollectionReference, query: Query, expected: readonly string[]) {
    expect(await ids(query)).toStrictEqual(expected);
    const first = await room.doc(expected[0] ?? '').get();
    expect(await ids(query.startAt(first))).toStrictEqual(expected);
  }

  it('hold together, with lists, orders and limits', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 0, v: 0 },
      b: { key: 'b', sort: 3, v: 1 },
      c: { key: 'c', sort: 1, v: 3 },
      d: { key: 'd', sort: 2, v: 2 },
    });
    const not = room.where('key', '!=', 'a').where('sort', '<=', 2);
    expect(await ids(not.where('v', '>', 2))).toStrictEqual(['c']);
    expect(await ids(not.where('sort', '>', 1))).toStrictEqual(['d']);
    const all = room.where('key', '>=', 'a').where('sort', '<=', 2);
    expect(await ids(all.where('v', 'in', [2, 3, 4]).where('sort', 'in', [2, 3]))).toStrictEqual(['d']);
    expect(await ids(all.where('v', 'not-in', [2, 4, 5]))).toStrictEqual(['a', 'c']);
    expect(await ids(all.orderBy('v', 'desc'))).toStrictEqual(['c', 'd', 'a']);
    expect(await ids(all.orderBy('v', 'desc').limit(2))).toStrictEqual(['c', 'd']);
    expect(await ids(all.orderBy('v', 'desc').limitToLast(2))).toStrictEqual(['d', 'a']);
    expect((await all.orderBy('v').count().get()).data().count).toBe(3);
  });

  it('leave out NaN, null and what is missing', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 0, v: 0 },
      b: { key: 'b', sort: Number.NaN, v: 1 },
      c: { key: 'c', sort: null, v: 3 },
      d: { key: 'd', v: 0 },
      e: { key: 'e', sort: 1 },
      f: { key: 'f', sort: 1, v: 1 },
    });
    const some = room.where('key', '!=', 'a').where('sort', '<=', 2);
    expect(await ids(some)).toStrictEqual(['e', 'f']);
    expect(await ids(some.where('v', '<=', 1))).toStrictEqual(['f']);
  });

  it('go with memberships of lists', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 0, v: [0] },
      b: { key: 'b', sort: 1, v: [0, 1, 3] },
      c: { key: 'c', sort: 1, v: [] },
      d: { key: 'd', sort: 2, v: [1] },
      e: { key: 'e', sort: 4, v: [Number.NaN] },
      f: { key: 'f', sort: 4, v: [null] },
    });
    const some = room.where('key', '!=', 'a').where('sort', '>=', 1);
    expect(await ids(some.where('v', 'array-contains', 0))).toStrictEqual(['b']);
    expect(await ids(some.where('v', 'array-contains-any', [0, 1]))).toStrictEqual(['b', 'd']);
  });

  it('go with fields inside fields and names that have to be quoted', async () => {
    const { room } = world;
    const data = (n: number) => ({
      name: `room ${n}`,
      metadata: { at: n },
      field: `field ${n}`,
      'field.dot': n,
      'field\\slash': n,
    });
    await fill(room, { a: data(400), b: data(200), c: data(100), d: data(300) });
    const inside = room.where('metadata.at', '<=', 500).where('metadata.at', '>', 100);
    await ordered(room, inside.where('name', '!=', 'room 200').orderBy('name'), ['d', 'a']);
    const quoted = room
      .where('field', '>=', 'field 100')
      .where(new FieldPath('field.dot'), '!=', 300)
      .where('field\\slash', '<', 400);
    await ordered(room, quoted.orderBy('name', 'desc'), ['b', 'c']);
  });

  it('go with ands inside ors, ordered by each of their fields', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 0, v: 5 },
      b: { key: 'aa', sort: 4, v: 4 },
      c: { key: 'c', sort: 3, v: 3 },
      d: { key: 'b', sort: 2, v: 2 },
      e: { key: 'b', sort: 2, v: 1 },
      f: { key: 'b', sort: 0, v: 0 },
    });
    const either = or(
      and(where('key', '==', 'b'), where('sort', '<=', 2)),
      and(where('key', '!=', 'b'), where('v', '>', 4)),
    );
    await ordered(room, room.where(either), ['a', 'f', 'e', 'd']);
    await ordered(room, room.where(either).orderBy('sort', 'desc').orderBy('key'), ['e', 'd', 'a', 'f']);
    const both = and(
      or(
        and(where('key', '==', 'b'), where('sort', '<=', 4)),
        and(where('key', '!=', 'b'), where('v', '>=', 4)),
      ),
      or(
        and(where('key', '>', 'b'), where('sort', '>=', 1)),
        and(where('key', '<', 'b'), where('v', '>', 0)),
      ),
    );
    await ordered(room, room.where(both), ['a', 'b']);
  });

  it('are ordered by their names, whatever their order, and by the id at last', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 0, v: 5 },
      b: { key: 'aa', sort: 4, v: 4 },
      c: { key: 'b', sort: 3, v: 3 },
      d: { key: 'b', sort: 2, v: 2 },
      e: { key: 'b', sort: 2, v: 1 },
      f: { key: 'b', sort: 0, v: 0 },
    });
    const some = room.where('v', 'in', [1, 2, 3, 4]);
    await ordered(room, some.where('key', '!=', 'a').where('sort', '>', 1), ['b', 'd', 'e', 'c']);
    await ordered(room, some.where('sort', '>', 1).where('key', '!=', 'a'), ['b', 'd', 'e', 'c']);
    const before = room.where(byId, '<', 'e').where('sort', '>=', 1).where('key', '!=', 'a');
    await ordered(room, before, ['b', 'd', 'c']);
    await ordered(room, before.orderBy('sort', 'desc'), ['b', 'c', 'd']);
  });

  it('take what orders are given first, and the direction of the last for the rest', async () => {
    const { room } = world;
    await fill(room, {
      a: { key: 'a', sort: 5, v: 0 },
      b: { key: 'aa', sort: 4, v: 0 },
      c: { key: 'b', sort: 3, v: 1 },
      d: { key: 'b', sort: 2, v: 1 },
      e: { key: 'bb', sort: 1, v: 1 },
      f: { key: 'c', sort: 0, v: 2 },
    });
    const some = room.where('key', '>', 'a').where('sort', '>=', 1);
    await ordered(room, some.orderBy('v'), ['b', 'd', 'c', 'e']);
    await ordered(room, some.orderBy('v').orderBy('sort'), ['b', 'e', 'd', 'c']);
    await ordered(room, some.orderBy('v', 'desc'), ['e', 'c', 'd', 'b']);
    await ordered(room, some.orderBy('v', 'desc').orderBy('sort'), ['e', 'd', 'c', 'b']);
  });
});
