import {
  addDoc,
  aggregateQuerySnapshotEqual,
  average,
  collection,
  collectionGroup,
  count,
  type DocumentData,
  doc,
  endAt,
  endBefore,
  type Firestore,
  getAggregate,
  getCount,
  getDocs,
  limit,
  limitToLast,
  orderBy,
  type Query,
  query,
  setDoc,
  snapshotEqual,
  startAfter,
  startAt,
  sum,
  terminate,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore/lite';
import { failureOf, matches } from '../sdk-cases/failure.ts';
import { same } from '../sdk-cases/sdk-case.ts';
import type { LiteCase } from './lite-case.ts';

async function fill(db: Firestore, room: string, documents: readonly DocumentData[]) {
  const batch = writeBatch(db);
  documents.forEach((data, index) => {
    batch.set(doc(db, room, `${index}`), data);
  });
  await batch.commit();
  return collection(db, room);
}

const found = async (asked: Query) => (await getDocs(asked)).docs.map((each) => each.data());
const odd = 'so!@#$%^&*()_+special';
const strangePaths = [`${odd}/sub`, `b1/${odd}`, `ä ö/?x=1&y;z:w`];

/** Throws from a function that the SDK is not to call. */
function never(): never {
  throw new Error('nothing is to be converted');
}

export const liteQueryCases: readonly LiteCase[] = [
  {
    name: 'filters, orders, limits and goes on from where it was',
    run: async ({ db, room }) => {
      const all = await fill(db, room, [{ n: 1 }, { n: 3 }, { n: 2 }, { other: 1 }]);
      const ordered = query(all, orderBy('n'));
      const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }];
      const expected: readonly (readonly [Query, readonly unknown[]])[] = [
        [all, [one, three, two, { other: 1 }]],
        [query(all, where('n', '==', 2)), [two]],
        [query(all, where('n', '>', 5)), []],
        [query(all, where('n', 'in', [3, 1])), [one, three]],
        [ordered, [one, two, three]],
        [query(all, orderBy('n', 'desc')), [three, two, one]],
        [query(ordered, limit(1)), [one]],
        [query(ordered, limitToLast(2)), [two, three]],
        [query(ordered, startAt(2)), [two, three]],
        [query(ordered, startAfter(2)), [three]],
        [query(ordered, endAt(2)), [one, two]],
        [query(ordered, endBefore(2)), [one]],
      ];
      for (const [index, [asked, documents]] of expected.entries()) {
        same([index, await found(asked)], [index, documents]);
      }
      const [first] = (await getDocs(query(ordered, limit(1)))).docs;
      same(await found(query(ordered, limit(1), startAfter(first))), [two]);
    },
  },
  {
    name: 'asks across collections, in the order of their paths',
    run: async ({ db, room }) => {
      await setDoc(doc(db, `${room}/foo/${room}-group/one`), { foo: 1 });
      await setDoc(doc(db, `${room}/bar/baz/boo/${room}-group/two`), { bar: 1 });
      same(await found(collectionGroup(db, `${room}-group`)), [{ bar: 1 }, { foo: 1 }]);
    },
  },
  {
    name: 'reaches collections whose path needs escaping',
    run: async ({ db, room }) => {
      for (const path of strangePaths) {
        const sub = collection(collection(db, room), path);
        await addDoc(sub, { n: 1 });
        await addDoc(sub, { n: 2 });
        same(await found(query(sub, orderBy('n'))), [{ n: 1 }, { n: 2 }]);
        same((await getCount(sub)).data(), { count: 2 });
        same((await getAggregate(sub, { total: sum('n') })).data(), { total: 3 });
      }
    },
  },
  {
    name: 'gives equal snapshots until something is written',
    run: async ({ db, room }) => {
      const all = await fill(db, room, [{ n: 1 }, { n: 2 }]);
      const few = query(all, limit(10));
      const [first, second] = [await getDocs(few), await getDocs(few)];
      const more = await getDocs(query(all, limit(100)));
      same([snapshotEqual(first, second), snapshotEqual(first, more)], [true, false]);
      const [left, right] = [first.docs[0], second.docs[0]];
      if (!left || !right) throw new Error('the documents are not found');
      same(snapshotEqual(left, right), true);
      await updateDoc(left.ref, { n: 3 });
      const [changed] = (await getDocs(few)).docs;
      same(changed !== undefined && snapshotEqual(left, changed), false);
      await addDoc(all, {});
      same(snapshotEqual(first, await getDocs(few)), false);
    },
  },
  {
    name: 'counts, adds and averages what a query finds',
    run: async ({ db, room }) => {
      const all = await fill(db, room, [
        { n: 3, by: 'A', year: 1980 },
        { n: 1, by: 'A', year: 2020 },
        { n: 2, by: 'B', year: 2021 },
        { n: null, by: 'B' },
        { by: 'B', n: 'text' },
        { by: 'C' },
      ]);
      const ordered = query(all, orderBy('n'));
      const sizes: readonly (readonly [Query, number])[] = [
        [all, 6],
        [query(all, where('by', '==', 'A')), 2],
        [query(all, where('by', '==', 'A'), limit(1)), 1],
        [query(all, where('by', '==', 'A'), limit(3)), 2],
        [ordered, 5],
        [query(ordered, startAt(2), endAt(3)), 2],
        [query(ordered, startAfter(2), endAt(3)), 1],
        [query(ordered, startAt(1), endAt(2)), 2],
        [query(ordered, startAt(1), endBefore(2)), 1],
        [query(all, where('by', '==', 'nobody')), 0],
      ];
      for (const [index, [asked, size]] of sizes.entries()) {
        same([index, (await getCount(asked)).data()], [index, { count: size }]);
        const both = await getAggregate(asked, { size: count(), again: count() });
        same([index, both.data()], [index, { size, again: size }]);
      }
      const five = { n: count(), total: sum('n'), mean: average('n'), year: average('year'), t: sum('n') };
      same((await getAggregate(all, five)).data(), { n: 3, total: 6, mean: 2, year: 2007, t: 6 });
      const none = query(all, where('n', '>', 200));
      same((await getAggregate(none, { total: sum('n'), mean: average('n') })).data(), {
        total: 0,
        mean: null,
      });
      const { message } = await failureOf(getAggregate(all, { ...five, sixth: count() }));
      matches(message, /maximum number of aggregations/);
    },
  },
  {
    name: 'counts across collections, and converts nothing',
    run: async ({ db, room }) => {
      const batch = writeBatch(db);
      for (const path of [`${room}/a`, `abc/123/${room}/b`, `zzz${room}/c`, `abc/123/zzz/${room}`]) {
        batch.set(doc(db, path), { n: 1 });
      }
      await batch.commit();
      const group = collectionGroup(db, room).withConverter({ toFirestore: never, fromFirestore: never });
      same((await getCount(group)).data(), { count: 2 });
      same((await getAggregate(group, { total: sum('n') })).data(), { total: 2 });
    },
  },
  {
    name: 'gives equal aggregates of the same query, answer and aliases',
    run: async ({ db, room }) => {
      const all = await fill(db, room, [{ n: 1 }, { n: 5 }]);
      const first = await getAggregate(all, { mean: average('n'), total: sum('n') });
      const second = await getAggregate(all, { total: sum('n'), mean: average('n') });
      same([first.query === all, aggregateQuerySnapshotEqual(first, second)], [true, true]);
      const counted = await getCount(all);
      await addDoc(all, {});
      same(aggregateQuerySnapshotEqual(counted, await getCount(all)), false);
    },
  },
  {
    name: 'is refused where no collection can be',
    run: async ({ db }) => {
      const nowhere = collection(db, '__reserved__');
      for (const asked of [getCount(nowhere), getAggregate(nowhere, { n: count() }), getDocs(nowhere)]) {
        matches((await failureOf(asked)).message, /reserved/);
      }
    },
  },
  {
    name: 'is answered though its client is terminated meanwhile, and not begun after',
    run: async ({ db, room, connect }) => {
      await fill(db, room, [{}, {}, {}]);
      const other = connect();
      const all = collection(other, room);
      const counting = getCount(all);
      await terminate(other);
      await terminate(other);
      same((await counting).data(), { count: 3 });
      const late = Promise.resolve().then(() => getCount(all));
      matches((await failureOf(late)).message, /already been terminated/);
    },
  },
];
