import {
  and,
  collection,
  type DocumentData,
  disableNetwork,
  doc,
  documentId,
  FieldPath,
  getAggregateFromServer,
  getCountFromServer,
  getDocs,
  getDocsFromServer,
  limit,
  limitToLast,
  or,
  orderBy,
  type Query,
  query,
  sum,
  where,
} from 'firebase/firestore';
import { agrees, fill } from './fill.ts';
import { kinds } from './kinds.ts';
import { type SdkCase, type SdkWorld, same } from './sdk-case.ts';

/** Documents that another client has written, for one that keeps what it reads; and what checks an answer. */
async function kept(world: SdkWorld, documents: Readonly<Record<string, DocumentData>>) {
  await fill(world.connect(), world.room, documents);
  const db = world.keep();
  const all = collection(db, world.room);
  return { db, all, gives: (asked: Query, ...expected: string[]) => agrees(all, asked, expected) };
}

const numbers = {
  p: { a: 1, b: 0 },
  q: { a: 2, b: 1 },
  r: { a: 3, b: 2 },
  s: { a: 1, b: 3 },
  t: { a: 1, b: 1 },
};

const sparse = {
  p: { a: 1, b: [0] },
  q: { b: [1] },
  r: { a: 3, b: [2, 7], c: 10 },
  s: { a: 1, b: [3, 7] },
  t: { a: 1 },
  u: { a: 2, c: 20 },
};

const { nothing: i, without: j, ...values } = kinds;
const mixed = { ...values, i, j };

export const agreementCases: readonly SdkCase[] = [
  {
    name: 'finds the same by one filter, by several, and by or of them, with and without a limit',
    run: async (world) => {
      const { all, gives } = await kept(world, numbers);
      await gives(query(all, where('a', '==', 1)), 'p', 's', 't');
      await gives(query(all, where('a', '==', 1), where('b', '==', 3)), 's');
      await gives(query(all, and(where('a', '==', 1), where('b', '==', 3))), 's');
      await gives(query(all, where('a', '==', 1), limit(2)), 'p', 's');
      await gives(query(all, where('a', '==', 1), orderBy('b', 'desc'), limit(2)), 's', 't');
      await gives(query(all, limit(2)), 'p', 'q');
      await gives(query(all, orderBy('b', 'desc'), limit(2)), 's', 'r');
      await gives(query(all, or(where('a', '==', 1), where('b', '==', 1))), 'p', 'q', 's', 't');
      await gives(query(all, or(where('a', '==', 1), where('b', '==', 1)), limit(2)), 'p', 'q');
      await gives(query(all, or(where('a', '==', 2), where('b', '==', 1)), limit(1)), 'q');
    },
  },
  {
    name: 'finds the same by or of and, by and of or, and where two or meet',
    run: async (world) => {
      const { all, gives } = await kept(world, numbers);
      const [isA, isB] = [(n: number) => where('a', '==', n), (n: number) => where('b', '==', n)];
      await gives(query(all, or(and(isA(1), isB(0)), and(isA(3), isB(2)))), 'p', 'r');
      await gives(query(all, and(isA(1), or(isB(0), isB(3)))), 'p', 's');
      await gives(query(all, and(or(isA(2), isB(2)), or(isA(3), isB(3)))), 'r');
      await gives(query(all, and(or(isA(2), isB(2)), or(isA(1), isB(3)))));
    },
  },
  {
    name: 'finds the same by or with an inequality, in its order, first or last of it',
    run: async (world) => {
      const { all, gives } = await kept(world, numbers);
      await gives(query(all, or(where('a', '>', 2), where('b', '==', 1))), 't', 'q', 'r');
      const either = or(where('a', '==', 1), where('b', '>', 0));
      await gives(query(all, either, limit(2)), 'p', 'q');
      await gives(query(all, either, limitToLast(2), orderBy('b')), 'r', 's');
      const one = or(where('a', '==', 2), where('b', '==', 1));
      await gives(query(all, one, limit(1), orderBy('a')), 't');
      await gives(query(all, one, limitToLast(1), orderBy('a')), 'q');
    },
  },
  {
    name: 'finds the same by in and by elements of lists, joined by or and by and',
    run: async (world) => {
      const { all, gives } = await kept(world, sparse);
      const [aIn, bHas, bAny] = [
        (...list: number[]) => where('a', 'in', list),
        (n: number) => where('b', 'array-contains', n),
        (...list: number[]) => where('b', 'array-contains-any', list),
      ];
      await gives(query(all, or(where('a', '==', 2), bHas(7))), 'r', 's', 'u');
      await gives(query(all, or(where('a', '==', 2), bAny(0, 3))), 'p', 's', 'u');
      await gives(query(all, or(aIn(2, 3), bAny(0, 7))), 'p', 'r', 's', 'u');
      await gives(query(all, and(aIn(2, 3), bAny(0, 7))), 'r');
      await gives(query(all, or(and(aIn(2, 3), where('c', '==', 10)), bAny(0, 7))), 'p', 'r', 's');
      await gives(query(all, and(aIn(2, 3), or(bAny(0, 7), where('c', '==', 20)))), 'r', 'u');
      await gives(query(all, or(aIn(2, 3), bHas(3))), 'r', 's', 'u');
      await gives(query(all, and(aIn(2, 3), bHas(7))), 'r');
      await gives(query(all, or(aIn(2, 3), and(bHas(3), where('a', '==', 1)))), 'r', 's', 'u');
      await gives(query(all, and(aIn(2, 3), or(bHas(7), where('a', '==', 1)))), 'r');
      await gives(query(all, where('a', '==', 1), orderBy('a')), 'p', 's', 't');
      await gives(query(all, aIn(2, 3), orderBy('a')), 'u', 'r');
    },
  },
  {
    name: 'finds the same by several in, of one field or of two',
    run: async (world) => {
      const { all, gives } = await kept(world, {
        p: { a: 1, b: 0 },
        q: { b: 1 },
        r: { a: 3, b: 2 },
        s: { a: 1, b: 3 },
        t: { a: 1 },
        u: { a: 2 },
      });
      const aIn = (...list: number[]) => where('a', 'in', list);
      const bIn = (...list: number[]) => where('b', 'in', list);
      await gives(query(all, or(where('a', '==', 2), bIn(2, 3))), 'r', 's', 'u');
      await gives(query(all, or(aIn(2, 3), bIn(0, 2))), 'p', 'r', 'u');
      await gives(query(all, and(aIn(2, 3), bIn(0, 2))), 'r');
      await gives(query(all, and(aIn(1, 2, 3), aIn(0, 1, 4))), 'p', 's', 't');
      await gives(query(all, and(aIn(2, 3), aIn(0, 1, 4))));
      await gives(query(all, or(aIn(0, 3), aIn(0, 2))), 'r', 'u');
      await gives(query(all, and(aIn(1, 3), or(aIn(0, 2), and(where('b', '==', 3), aIn(1, 3))))), 's');
      await gives(query(all, and(bIn(0, 3), or(bIn(1), and(bIn(2, 3), aIn(1, 3))))), 's');
    },
  },
  {
    name: 'finds the same by != and not-in, whatever the values are',
    run: async (world) => {
      const { all, gives } = await kept(world, mixed);
      await gives(query(all, where('v', '!=', 12)), ...'abdefgh');
      await gives(query(all, where('v', '!=', Number.NaN)), ...'bcdefgh');
      await gives(query(all, where('v', '!=', null)), ...'abcdefgh');
      await gives(query(all, where('v', 'not-in', [12, 9, [12, 13]])), ...'abdegh');
      await gives(query(all, where('v', 'not-in', [null])));
    },
  },
  {
    name: 'finds the same by inequalities of two fields, joined by and and by or',
    run: async (world) => {
      const { all, gives } = await kept(world, numbers);
      await gives(query(all, where('a', '!=', 1), where('b', '<', 2)), 'q');
      await gives(query(all, and(where('a', '!=', 1), where('b', '<', 2))), 'q');
      await gives(query(all, and(where('a', '<', 3), where('b', 'not-in', [2, 3]))), 'p', 't', 'q');
      await gives(query(all, where('b', '!=', 0), where('a', '<', 3), limit(2)), 't', 's');
      await gives(
        query(all, where('a', '<', 3), where('b', '!=', 0), orderBy('b', 'desc'), limit(2)),
        's',
        'q',
      );
      await gives(query(all, or(where('a', '>', 2), where('b', '<', 1))), 'p', 'r');
    },
  },
  {
    name: 'by inequalities of several fields is narrowed by every one, and by lists of values too',
    run: async (world) => {
      const { all, gives } = await kept(world, {
        p: { key: 'a', rank: 0, v: 0, list: [0] },
        q: { key: 'b', rank: 3, v: 1, list: [0, 1, 3] },
        r: { key: 'c', rank: 1, v: 3, list: [] },
        s: { key: 'd', rank: 2, v: 2, list: [1] },
        u: { key: 'f', rank: null, v: 3, list: [null] },
        w: { key: 'g', v: 0 },
      });
      const [key, low] = [where('key', '>=', 'a'), where('rank', '<=', 2)];
      await gives(query(all, where('key', '!=', 'a'), low, where('v', '>', 2)), 'r');
      await gives(query(all, where('key', '!=', 'a'), low, where('rank', '>', 1)), 's');
      await gives(query(all, key, low, where('v', 'in', [2, 3, 4]), where('rank', 'in', [2, 3])), 's');
      await gives(query(all, key, low, where('v', 'not-in', [2, 4, 5])), 'p', 'r');
      await gives(query(all, key, low, orderBy('v', 'desc')), 'r', 's', 'p');
      await gives(query(all, key, low, orderBy('v', 'desc'), limit(2)), 'r', 's');
      await gives(query(all, key, low, orderBy('v', 'desc'), limitToLast(2)), 's', 'p');
      const two = [where('key', '!=', 'a'), where('rank', '>=', 1)];
      await gives(query(all, ...two, where('list', 'array-contains', 0)), 'q');
      await gives(query(all, ...two, where('list', 'array-contains-any', [0, 1])), 'q', 's');
    },
  },
  {
    name: 'by inequalities of several fields runs in the order of their names, after what was asked for',
    run: async (world) => {
      const { all, gives } = await kept(world, {
        p: { key: 'a', rank: 5, v: 0 },
        q: { key: 'aa', rank: 4, v: 0 },
        r: { key: 'b', rank: 3, v: 1 },
        s: { key: 'b', rank: 2, v: 1 },
        t: { key: 'bb', rank: 1, v: 1 },
        u: { key: 'c', rank: 0, v: 2 },
      });
      const [key, rank] = [where('key', '>', 'a'), where('rank', '>=', 1)];
      await gives(query(all, key, rank), 'q', 's', 'r', 't');
      await gives(query(all, rank, key), 'q', 's', 'r', 't');
      await gives(query(all, key, rank, orderBy('v')), 'q', 's', 'r', 't');
      await gives(query(all, key, rank, orderBy('v'), orderBy('rank')), 'q', 't', 's', 'r');
      await gives(query(all, key, rank, orderBy('v', 'desc')), 't', 'r', 's', 'q');
      await gives(query(all, key, rank, orderBy('v', 'desc'), orderBy('rank')), 't', 's', 'r', 'q');
      await gives(query(all, rank, where('key', '!=', 'a'), where(documentId(), '<', 't')), 'q', 's', 'r');
      await gives(query(all, where(documentId(), '<', 't'), rank, where('key', '!=', 'a')), 'q', 's', 'r');
      const downwards = query(all, where(documentId(), '<', 't'), rank, key, orderBy('rank', 'desc'));
      await gives(downwards, 'q', 'r', 's');
    },
  },
  {
    name: 'by inequalities inside or gives each document once, in the order of all their fields',
    run: async (world) => {
      const { all, gives } = await kept(world, {
        p: { key: 'a', rank: 0, v: 5 },
        q: { key: 'aa', rank: 4, v: 4 },
        r: { key: 'c', rank: 3, v: 3 },
        s: { key: 'b', rank: 2, v: 2 },
        t: { key: 'b', rank: 2, v: 1 },
        u: { key: 'b', rank: 0, v: 0 },
      });
      const [is, not] = [where('key', '==', 'b'), where('key', '!=', 'b')];
      const either = or(and(is, where('rank', '<=', 2)), and(not, where('v', '>', 4)));
      await gives(query(all, either), 'p', 'u', 't', 's');
      await gives(query(all, either, orderBy('rank', 'desc'), orderBy('key')), 't', 's', 'p', 'u');
      const wider = or(and(is, where('rank', '<=', 4)), and(not, where('v', '>=', 4)));
      const sides = or(
        and(where('key', '>', 'b'), where('rank', '>=', 1)),
        and(where('key', '<', 'b'), where('v', '>', 0)),
      );
      await gives(query(all, and(wider, sides)), 'p', 'q');
    },
  },
  {
    name: 'by inequalities of fields inside fields, and of fields with odd names',
    run: async (world) => {
      const room = (n: number) => ({ name: `room ${n}`, made: { at: n }, 'a.dot': n, 'a\\slash': n });
      const { all, gives } = await kept(world, { p: room(4), q: room(2), r: room(1), s: room(3) });
      await gives(
        query(
          all,
          where('made.at', '<=', 5),
          where('made.at', '>', 1),
          where('name', '!=', 'room 2'),
          orderBy('name'),
        ),
        's',
        'p',
      );
      await gives(
        query(
          all,
          where('name', '>=', 'room 1'),
          where(new FieldPath('a.dot'), '!=', 3),
          where('a\\slash', '<', 4),
          orderBy('name', 'desc'),
        ),
        'q',
        'r',
      );
    },
  },
  {
    name: 'by inequalities of several fields is counted and added up, and answered without a network',
    run: async (world) => {
      const { db, all } = await kept(world, numbers);
      const asked = query(all, where('a', '>', 0), where('b', '>=', 1), orderBy('b'));
      same((await getCountFromServer(asked)).data(), { count: 4 });
      const total = await getAggregateFromServer(query(asked, where('a', '!=', 3)), { total: sum('b') });
      same(total.data(), { total: 5 });
      same((await getDocsFromServer(asked)).size, 4);
      await disableNetwork(db);
      const offline = await getDocs(asked);
      same([offline.metadata.fromCache, offline.metadata.hasPendingWrites], [true, false]);
      same(
        offline.docs.map(({ id }) => id),
        ['t', 'q', 'r', 's'],
      );
    },
  },
  {
    name: 'refuses fields after the id in an order, and the id by == beside an inequality of another field',
    run: async ({ db, room }) => {
      const all = collection(db, room);
      const refusal = (asked: Query) =>
        getDocs(asked).then(
          () => 'answered',
          ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
        );
      same(
        await refusal(query(all, where('key', '!=', 4), orderBy(documentId()))),
        'invalid-argument: order by clause cannot contain more fields after the key',
      );
      same(
        await refusal(query(all, where('key', '!=', 4), where(documentId(), '==', 'a'))),
        'invalid-argument: Equality on key is not allowed if there are other inequality fields and key does not appear in inequalities.',
      );
      same(
        await refusal(query(all, where('key', '==', 4), where(documentId(), '==', doc(all, 'a')))),
        'answered',
      );
    },
  },
];
