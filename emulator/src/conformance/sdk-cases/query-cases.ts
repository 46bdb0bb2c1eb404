import {
  and,
  average,
  collectionGroup,
  count,
  doc,
  documentId,
  endAt,
  endBefore,
  getAggregateFromServer,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  limitToLast,
  or,
  orderBy,
  type Query,
  query,
  startAfter,
  startAt,
  sum,
  where,
  writeBatch,
} from 'firebase/firestore';
import { fill, ids } from './fill.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const letters = {
  a: { n: 1, tags: ['x'], kind: 'p' },
  b: { n: 2, tags: ['x', 'y'], kind: 'p' },
  c: { n: 2, tags: [], kind: 'q' },
  d: { n: 3, tags: ['z'] },
  e: { kind: null },
};

export const queryCases: readonly SdkCase[] = [
  {
    name: 'takes the last of an order, between cursors too',
    run: async ({ db, room }) => {
      const all = await fill(db, room, letters);
      same(await ids(query(all, orderBy('n'), limitToLast(2))), ['c', 'd']);
      same(await ids(query(all, orderBy('n', 'desc'), limitToLast(2))), ['b', 'a']);
      same(await ids(query(all, orderBy('n'), endAt(2), limitToLast(2))), ['b', 'c']);
      same(await ids(query(all, orderBy('n'), startAt(2), endBefore(3), limitToLast(1))), ['c']);
      await failsWith(
        'unimplemented',
        Promise.resolve().then(() => getDocs(query(all, limitToLast(1)))),
      );
    },
  },
  {
    name: 'joins filters by or, inside and outside of and',
    run: async ({ db, room }) => {
      const all = await fill(db, room, letters);
      same(await ids(query(all, or(where('n', '==', 1), where('kind', '==', 'q')))), ['a', 'c']);
      same(
        await ids(
          query(all, and(where('n', '==', 2), or(where('kind', '==', 'p'), where('tags', '==', [])))),
        ),
        ['b', 'c'],
      );
      same(
        await ids(query(all, or(where('n', '>', 2), where('tags', 'array-contains', 'y')), orderBy('n'))),
        ['b', 'd'],
      );
      same(
        await ids(query(all, or(where('n', '==', 1), where('n', '==', 3)), orderBy('n', 'desc'), limit(1))),
        ['d'],
      );
      same(await ids(query(all, or(where('n', 'in', [1, 3]), where('tags', 'array-contains-any', ['y'])))), [
        'a',
        'b',
        'd',
      ]);
    },
  },
  {
    name: 'knows in, not-in, != and array-contains-any, and what null does to them',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { ...letters, f: { n: Number.NaN }, g: { n: null } });
      same(await ids(query(all, where('n', 'in', [2, 3]))), ['b', 'c', 'd']);
      same(await ids(query(all, where('n', 'not-in', [2, 3]))), ['f', 'a']);
      same(await ids(query(all, where('n', 'not-in', [null]))), []);
      same(await ids(query(all, where('n', '!=', 2))), ['f', 'a', 'd']);
      same(await ids(query(all, where('n', '!=', null))), ['f', 'a', 'b', 'c', 'd']);
      same(await ids(query(all, where('n', '==', Number.NaN))), ['f']);
      same(await ids(query(all, where('n', '==', null))), ['g']);
      same(await ids(query(all, where('tags', 'array-contains-any', ['y', 'z']))), ['b', 'd']);
      same(await ids(query(all, where('tags', 'in', [['x'], []]))), ['a', 'c']);
    },
  },
  {
    name: 'finds by id, alone and in a list, and orders by it',
    run: async ({ db, room }) => {
      const all = await fill(db, room, letters);
      same(await ids(query(all, where(documentId(), '==', 'b'))), ['b']);
      same(await ids(query(all, where(documentId(), 'in', ['d', 'a', 'missing']))), ['a', 'd']);
      same(await ids(query(all, where(documentId(), 'not-in', ['a', 'b']), limit(2))), ['c', 'd']);
      same(await ids(query(all, orderBy(documentId()), limit(2))), ['a', 'b']);
      // As Google's emulator has it: an index on nothing but the id runs one way.
      await failsWith('failed-precondition', getDocs(query(all, orderBy(documentId(), 'desc'))));
      same(await ids(query(all, where(documentId(), '>', 'b'), where(documentId(), '<=', 'd'))), ['c', 'd']);
    },
  },
  {
    name: 'goes on from a snapshot, where values are equal too',
    run: async ({ db, room }) => {
      const all = await fill(db, room, letters);
      const b = await getDoc(doc(all, 'b'));
      same(await ids(query(all, orderBy('n'), startAfter(b))), ['c', 'd']);
      same(await ids(query(all, orderBy('n'), startAt(b))), ['b', 'c', 'd']);
      same(await ids(query(all, orderBy('n'), endBefore(b))), ['a']);
      same(await ids(query(all, orderBy('n', 'desc'), startAfter(b))), ['a']);
      same(await ids(query(all, startAfter(b), limit(2))), ['c', 'd']);
      same(await ids(query(all, where('n', '>=', 2), endAt(b))), ['b']);
    },
  },
  {
    name: 'asks across collections, and between paths',
    run: async ({ db, room }) => {
      const group = `${room}-inner`;
      const batch = writeBatch(db);
      const paths = [
        `${room}/a/${group}/1`,
        `${room}/b/${group}/2`,
        `${room}/b/x/y/${group}/3`,
        `${group}/4`,
      ];
      for (const [n, path] of paths.entries()) batch.set(doc(db, path), { n });
      batch.set(doc(db, `${room}/b/other/5`), { n: 9 });
      await batch.commit();
      const all = collectionGroup(db, group);
      same((await ids(all)).toSorted(), ['1', '2', '3', '4']);
      same(await ids(query(all, where('n', '>=', 1), where('n', '<', 3))), ['2', '3']);
      same(
        await ids(
          query(
            all,
            where(documentId(), '>=', `${room}/b/${group}/0`),
            where(documentId(), '<', `${room}/c/${group}/0`),
          ),
        ),
        ['2', '3'],
      );
      same(
        await ids(query(all, orderBy(documentId()), startAt(`${room}/a`), endAt(`${room}/b/${group}/2`))),
        ['1', '2'],
      );
    },
  },
  {
    name: 'counts, adds up and averages on the server',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { ...letters, f: { n: 'two' } });
      same((await getCountFromServer(all)).data(), { count: 6 });
      same((await getCountFromServer(query(all, where('n', '>', 1), limit(2)))).data(), { count: 2 });
      const of = (asked: Query) =>
        getAggregateFromServer(asked, { total: sum('n'), mean: average('n') }).then((answer) =>
          answer.data(),
        );
      same(await of(all), { total: 8, mean: 2 });
      same(await of(query(all, where('kind', '==', 'nothing'))), { total: 0, mean: null });
      const both = await getAggregateFromServer(query(all, orderBy('n'), limit(2)), {
        size: count(),
        total: sum('n'),
      });
      same(both.data(), { size: 2, total: 3 });
    },
  },
  {
    name: 'orders values of every type',
    run: async ({ db, room }) => {
      const values = {
        a: 'text',
        b: 3,
        c: null,
        d: true,
        e: [1],
        f: { deep: 1 },
        g: Number.NaN,
        h: new Date(5),
      };
      const documents = Object.fromEntries(Object.entries(values).map(([id, v]) => [id, { v }]));
      const all = await fill(db, room, documents);
      same(await ids(query(all, orderBy('v'))), ['c', 'd', 'g', 'b', 'h', 'a', 'e', 'f']);
      same(await ids(query(all, where('v', '>', 'a'))), ['a']);
    },
  },
  {
    name: 'filters and orders by fields inside fields, and with odd names',
    run: async ({ db, room }) => {
      const all = await fill(db, room, {
        a: { deep: { er: 2 }, 'odd.name': 1, 'ünï `tick` \\': 1 },
        b: { deep: { er: 1 } },
        c: { deep: 1 },
      });
      same(await ids(query(all, orderBy('deep.er'))), ['b', 'a']);
      same(await ids(query(all, where('deep.er', '==', 2))), ['a']);
      same((await getDoc(doc(all, 'a'))).data(), { deep: { er: 2 }, 'odd.name': 1, 'ünï `tick` \\': 1 });
    },
  },
];
