import {
  type AggregateSpec,
  addDoc,
  aggregateQuerySnapshotEqual,
  average,
  collection,
  collectionGroup,
  count,
  deleteDoc,
  doc,
  documentId,
  endAt,
  endBefore,
  getAggregateFromServer,
  getCountFromServer,
  limit,
  limitToLast,
  orderBy,
  type Query,
  query,
  startAfter,
  startAt,
  sum,
  terminate,
  where,
  writeBatch,
} from 'firebase/firestore';
import { failureOf, matches } from './failure.ts';
import { fill } from './fill.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const of = async (asked: Query, spec: AggregateSpec) => (await getAggregateFromServer(asked, spec)).data();
const countOf = async (asked: Query) => (await getCountFromServer(asked)).data().count;

const most = Number.MAX_VALUE;
const least = Number.MIN_VALUE;
const safe = Number.MAX_SAFE_INTEGER;

/** Values of one field, and their sum and average. */
const added: readonly (readonly [values: readonly unknown[], total: number, mean: number | null])[] = [
  [[100, 50], 150, 75],
  [[10, 5, 0], 15, 5],
  [[10, 9], 19, 9.5],
  [[5, 4.5, 3], 12.5, 12.5 / 3],
  [[5, 4.5, 3.5], 13, 13 / 3],
  [[10.5, 9.5], 20, 10],
  [[10, 9.5, 10.5], 30, 10],
  [[5.5, 4.5, 3.5], 13.5, 4.5],
  [[5, 4, '3', true, [1], { n: 1 }, null, 0], 9, 3],
  [['text'], 0, null],
  [[safe, 1, -101], safe - 100, (safe - 100) / 3],
  [[safe, -safe, -101, -10_000], -10_101, -10_101 / 4],
  [[2 ** 63, 2 ** 63], 2 ** 64, 2 ** 63],
  [[most, most], Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [[most, 1e293], Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [[-most, -most], Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  [[least], least, least],
  [[least, 0], least, 0],
  [[5, Number.NaN, 0], Number.NaN, Number.NaN],
];

const books = {
  a: { pages: 100, year: 1980, rating: 5, tags: [5, 1000], deep: { pages: 100, by: { critics: 2 } } },
  b: { pages: 50, year: 2020, rating: 4, tags: [4], deep: { pages: 50, by: { critics: 4 } } },
  c: { pages: 150, year: 2021, rating: Number.NaN, tags: [2222, 3], deep: { pages: 1 } },
  d: { pages: 50, rating: 3 },
};

export const aggregateCases: readonly SdkCase[] = [
  {
    name: 'adds and averages integers exactly, and doubles as doubles are',
    run: async ({ db, room }) => {
      for (const [index, [values, total, mean]] of added.entries()) {
        const documents = Object.fromEntries(values.map((n, id) => [`${id}`, { n }]));
        const all = await fill(db, `${room}-${index}`, documents);
        same([values, await of(all, { total: sum('n'), mean: average('n') })], [values, { total, mean }]);
      }
    },
  },
  {
    name: 'may stray beyond the doubles on its way, and nobody can say where it ends',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { a: { n: most }, b: { n: most }, c: { n: -most }, d: { n: -most } });
      const { total = 1 } = await of(all, { total: sum('n') });
      same(total === 0 || !Number.isFinite(total), true);
    },
  },
  {
    name: 'of nothing is 0, and has no average',
    run: async ({ db, room }) => {
      const none = { size: 0, total: 0, mean: null };
      const all = { size: count(), total: sum('n'), mean: average('n') };
      same(await of(collection(db, room), all), none);
      const some = await fill(db, room, { a: { n: 1 } });
      same(await of(query(some, where('n', '>', 200)), all), none);
    },
  },
  {
    name: 'counts only documents that have every field that is added, and one NaN spoils its own sum alone',
    run: async ({ db, room }) => {
      const all = await fill(db, room, books);
      same(
        await of(all, { pages: sum('pages'), mean: average('pages'), year: average('year'), n: count() }),
        {
          pages: 300,
          mean: 100,
          year: 2007,
          n: 3,
        },
      );
      same(await of(all, { rating: sum('rating'), pages: sum('pages'), year: average('year') }), {
        rating: Number.NaN,
        pages: 300,
        year: 2007,
      });
      same(await of(all, { rating: sum('rating'), n: count() }), { rating: Number.NaN, n: 4 });
      same(await of(all, { n: count() }), { n: 4 });
    },
  },
  {
    name: 'looks into maps, and nowhere else',
    run: async ({ db, room }) => {
      const all = await fill(db, room, books);
      same(await of(all, { pages: sum('deep.pages'), mean: average('deep.pages'), n: count() }), {
        pages: 151,
        mean: 151 / 3,
        n: 3,
      });
      same(await of(all, { by: average('deep.by.critics'), n: count() }), { by: 3, n: 2 });
      same(await of(all, { tags: sum('tags'), n: count() }), { tags: 0, n: 3 });
    },
  },
  {
    name: 'asks of what the filters find',
    run: async ({ db, room }) => {
      const all = await fill(db, room, books);
      const asked = { rating: sum('rating'), mean: average('rating'), pages: sum('pages'), n: count() };
      same(await of(query(all, where('rating', 'in', [5, 3])), asked), {
        rating: 8,
        mean: 4,
        pages: 150,
        n: 2,
      });
      const tagged = query(all, where('tags', 'array-contains-any', [5, 3]));
      same(
        await of(tagged, {
          tags: sum('tags'),
          mean: average('tags'),
          pages: sum('pages'),
          year: average('year'),
        }),
        { tags: 0, mean: null, pages: 250, year: 2000.5 },
      );
    },
  },
  {
    name: 'asks of what is between the cursors and within the limit',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { a: { n: 3 }, b: { n: 1 }, c: { n: 2 }, d: { n: null }, e: {} });
      const ordered = query(all, orderBy('n'));
      const parts: readonly (readonly [part: Query, size: number, total: number])[] = [
        [ordered, 4, 6],
        [query(ordered, startAt(2)), 2, 5],
        [query(ordered, startAfter(2)), 1, 3],
        [query(ordered, startAt(1), endAt(2)), 2, 3],
        [query(ordered, startAt(1), endBefore(2)), 1, 1],
        [query(ordered, limit(2)), 2, 1],
        [query(ordered, limit(100)), 4, 6],
        [query(ordered, limitToLast(2)), 2, 5],
        [query(all, orderBy('n', 'desc'), limit(2)), 2, 5],
        [query(all, where('n', '>', 1), limit(1)), 1, 2],
        [query(all, orderBy(documentId()), startAfter('a'), endAt('c')), 2, 3],
      ];
      for (const [index, [part, size, total]] of parts.entries()) {
        same([index, await countOf(part)], [index, size]);
        same([index, await of(part, { size: count(), total: sum('n') })], [index, { size, total }]);
      }
      same(await countOf(query(all, limit(5))), 5);
    },
  },
  {
    name: 'asks across all collections of an id, and in no other',
    run: async ({ db, room }) => {
      const batch = writeBatch(db);
      for (const path of [
        `${room}/one`,
        `abc/123/${room}/two`,
        `zzz${room}/three`,
        `abc/123/zzz${room}/four`,
        `abc/123/zzz/${room}`,
      ]) {
        batch.set(doc(db, path), { n: 2 });
      }
      await batch.commit();
      const group = collectionGroup(db, room);
      same(await countOf(group), 2);
      same(await of(group, { size: count(), total: sum('n'), mean: average('n') }), {
        size: 2,
        total: 4,
        mean: 2,
      });
    },
  },
  {
    name: 'reaches collections whose path needs escaping, below a document that is not there too',
    run: async ({ db, room }) => {
      for (const path of ['odd!@#$%^&*()_+name/sub', 'b/odd!@#$%^&*()_+name', 'ä ö/?x=1&y;z:w']) {
        const sub = collection(collection(db, room), path);
        await addDoc(sub, { n: 1 });
        const gone = await addDoc(sub, { n: 2 });
        await addDoc(sub, { n: 4 });
        await deleteDoc(gone);
        same([path, await countOf(sub)], [path, 2]);
        same([path, await of(sub, { total: sum('n') })], [path, { total: 5 }]);
      }
    },
  },
  {
    name: 'is called as the caller calls it, however odd or long, and twice if asked twice',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { a: { n: 3 }, b: { n: 5 } });
      const long = '0123456789'.repeat(150);
      for (const [one, other] of [
        ['n', 'with.dots'],
        ['with-un/su+pp[or]ted', '`ticks`'],
        ['back\\slashes\\', '__reserved__'],
        [long, long + long],
      ] as const) {
        same(await of(all, { [one]: count(), [other]: count() }), { [one]: 2, [other]: 2 });
        same(await of(all, { [one]: sum('n'), [other]: sum('n') }), { [one]: 8, [other]: 8 });
      }
      same((await of(all, { total: sum('n') })).mean, undefined);
    },
  },
  {
    name: 'comes with at most four others',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { a: { n: 1 }, b: { n: 2 } });
      const five = { a: sum('n'), b: average('n'), c: count(), d: sum('n'), e: average('n') };
      same(await of(all, five), { a: 3, b: 1.5, c: 2, d: 3, e: 1.5 });
      const { code, message } = await failureOf(of(all, { ...five, f: count() }));
      same(code, 'invalid-argument');
      matches(message, /maximum number of aggregations/);
    },
  },
  {
    name: 'is refused where no collection can be',
    run: async ({ db }) => {
      await failsWith('invalid-argument', countOf(collection(db, '__reserved__')));
      await failsWith('invalid-argument', of(collection(db, '__reserved__'), { n: count() }));
    },
  },
  {
    name: 'converts no document, and equals another of the same query and answer',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { a: { by: 'A' }, b: { by: 'B' } });
      const never = () => {
        throw new Error('nothing is to be converted');
      };
      const converted = query(all, where('by', '==', 'A')).withConverter({
        toFirestore: never,
        fromFirestore: never,
      });
      same(await countOf(converted), 1);
      const [first, second] = [await getCountFromServer(all), await getCountFromServer(all)];
      await addDoc(all, {});
      const third = await getCountFromServer(all);
      same(
        [aggregateQuerySnapshotEqual(first, second), aggregateQuerySnapshotEqual(first, third)],
        [true, false],
      );
    },
  },
  {
    name: 'is not begun by a client that was terminated, and does not hold its end up',
    run: async ({ room, connect }) => {
      const db = connect();
      const under = countOf(collection(db, room)).then(
        () => 'an end',
        () => 'an end',
      );
      await terminate(db);
      same(await under, 'an end');
      const late = Promise.resolve().then(() => countOf(collection(db, room)));
      matches((await failureOf(late)).message, /already been terminated/);
    },
  },
];
