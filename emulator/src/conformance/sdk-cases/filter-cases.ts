import {
  addDoc,
  Bytes,
  collection,
  collectionGroup,
  doc,
  documentId,
  endAt,
  endBefore,
  FieldPath,
  GeoPoint,
  getDoc,
  getDocs,
  limit,
  limitToLast,
  onSnapshot,
  orderBy,
  query,
  startAfter,
  startAt,
  Timestamp,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { fill, filled, ids } from './fill.ts';
import { kinds } from './kinds.ts';
import { type SdkCase, same } from './sdk-case.ts';

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

const lists = {
  a: { list: [12] },
  b: { list: ['x', 12, 'y'] },
  c: { list: [11.999, '12', { a: [12] }] },
  d: { list: [12], other: ['x'] },
  e: { list: [13] },
  f: { list: [{ a: 12 }] },
  g: { list: 12 },
  h: { list: [null] },
  i: { list: [nan] },
};

export const filterCases: readonly SdkCase[] = [
  {
    name: 'with == finds null, NaN and infinity, each alone and two at once',
    run: async (world) => {
      const all = await filled(world, {
        a: { none: null, n: nan },
        b: { none: null, n: 0 },
        c: { none: false, n: nan },
        d: { n: infinity },
        e: { n: -infinity },
      });
      same(await ids(query(all, where('n', '<', 0))), ['e']);
      same(await ids(query(all, where('none', '==', null), where('n', '==', nan))), ['a']);
      same(await ids(query(all, where('n', '==', infinity))), ['d']);
      same(await ids(query(all, where('n', '==', nan))), ['a', 'c']);
    },
  },
  {
    name: 'by an inequality finds values of its own kind alone: neither null nor NaN is less than a number',
    run: async (world) => {
      const all = await filled(world, {
        a: { key: 'a', n: 0, list: [0] },
        b: { key: 'b', n: nan, list: [nan] },
        c: { key: 'c', n: null, list: [null] },
        d: { key: 'd' },
        e: { key: 'e', n: 1, list: [1, 0] },
        f: { key: 'f', n: '1' },
      });
      same(await ids(query(all, where('n', '<=', 2))), ['a', 'e']);
      same(await ids(query(all, where('key', '!=', 'a'), where('n', '<=', 2))), ['e']);
      same(
        await ids(
          query(all, where('key', '>', 'a'), where('n', '>=', 0), where('list', 'array-contains', 0)),
        ),
        ['e'],
      );
    },
  },
  {
    name: 'with != leaves out the value, null, and documents without the field, in the order of the values',
    run: async (world) => {
      const all = await filled(world, kinds);
      const but = (left: string) => [...'abcdefgh'].filter((id) => id !== left);
      same(await ids(query(all, where('v', '!=', 12))), but('c'));
      same(await ids(query(all, where('v', '!=', { code: 5 }))), but('h'));
      same(await ids(query(all, where('v', '!=', null))), [...'abcdefgh']);
      same(await ids(query(all, where('v', '!=', nan))), but('a'));
      same(await ids(query(all, where(documentId(), '!=', 'a'), limit(3))), ['b', 'c', 'd']);
    },
  },
  {
    name: 'with not-in leaves out each of the values, and finds nothing beside null',
    run: async (world) => {
      const all = await filled(world, kinds);
      const but = (...left: string[]) => [...'abcdefgh'].filter((id) => !left.includes(id));
      same(await ids(query(all, where('v', 'not-in', [12, -7, [12, 13]]))), but('b', 'c', 'f'));
      same(await ids(query(all, where('v', 'not-in', [{ code: 5 }]))), but('h'));
      same(await ids(query(all, where('v', 'not-in', [nan]))), but('a'));
      same(await ids(query(all, where('v', 'not-in', [nan, 12]))), but('a', 'c'));
      same(await ids(query(all, where('v', 'not-in', [null]))), []);
      same(
        await ids(query(all, where(documentId(), 'not-in', ['a', 'b', 'nothing', 'without']))),
        but('a', 'b'),
      );
    },
  },
  {
    name: 'with in finds numbers, lists and maps, and never null or NaN',
    run: async (world) => {
      const all = await filled(world, kinds);
      same(await ids(query(all, where('v', 'in', [12, -7, [12, 13]]))), ['b', 'c', 'f']);
      same(await ids(query(all, where('v', 'in', [{ code: 5 }]))), ['h']);
      same(await ids(query(all, where('v', 'in', [null]))), []);
      same(await ids(query(all, where('v', 'in', [12, null]))), ['c']);
      same(await ids(query(all, where('v', 'in', [nan]))), []);
      same(await ids(query(all, where('v', 'in', [nan, 12]))), ['c']);
      same(await ids(query(all, where(documentId(), 'in', ['d', 'b', 'missing']))), ['b', 'd']);
    },
  },
  {
    name: 'finds an element of a list by itself or as one of several, and never null or NaN',
    run: async (world) => {
      const all = await filled(world, lists);
      same(await ids(query(all, where('list', 'array-contains', 12))), ['a', 'b', 'd']);
      same(await ids(query(all, where('list', 'array-contains', { a: [12] }))), ['c']);
      same(await ids(query(all, where('list', 'array-contains', null))), []);
      same(await ids(query(all, where('list', 'array-contains', nan))), []);
      same(await ids(query(all, where('list', 'array-contains-any', [12, 13]))), ['a', 'b', 'd', 'e']);
      same(await ids(query(all, where('list', 'array-contains-any', [{ a: 12 }]))), ['f']);
      same(await ids(query(all, where('list', 'array-contains-any', [null]))), []);
      same(await ids(query(all, where('list', 'array-contains-any', [13, null]))), ['e']);
      same(await ids(query(all, where('list', 'array-contains-any', [nan]))), []);
      same(await ids(query(all, where('list', 'array-contains-any', [13, nan]))), ['e']);
    },
  },
  {
    name: 'tells equal numbers apart by id alone, downwards when the order runs down',
    run: async (world) => {
      const all = await filled(world, {
        a: { n: 7 },
        b: { n: 7.0 },
        c: { n: 7 },
        d: { n: 3 },
        e: { n: 3.5 },
        f: { n: 9 },
      });
      same(await ids(query(all, where('n', '>', 3), orderBy('n', 'desc'))), ['f', 'c', 'b', 'a', 'e']);
      same(await ids(query(all, orderBy('n', 'desc'), limit(3))), ['f', 'c', 'b']);
      same(await ids(query(all, orderBy('n', 'desc'), limitToLast(2))), ['e', 'd']);
      same(await ids(query(all, limit(2))), ['a', 'b']);
    },
  },
  {
    name: 'tells dates apart that differ by a millisecond, in two questions at once',
    run: async (world) => {
      const at = (ms: number) => new Date(1_700_000_000_000 + ms);
      const all = await filled(world, { a: { at: at(0) }, b: { at: at(1) }, c: { at: at(2) } });
      same(
        await Promise.all([
          ids(query(all, where('at', '>', at(0)))),
          ids(query(all, where('at', '>', at(1)))),
        ]),
        [['b', 'c'], ['c']],
      );
    },
  },
  {
    name: 'finds by id between bounds that are references or texts',
    run: async ({ db, room }) => {
      const all = await fill(db, room, { aa: {}, ab: {}, ba: {}, bb: {} });
      same(await ids(query(all, where(documentId(), '==', doc(all, 'ab')))), ['ab']);
      same(
        await ids(
          query(all, where(documentId(), '>', doc(all, 'aa')), where(documentId(), '<=', doc(all, 'ba'))),
        ),
        ['ab', 'ba'],
      );
      const inner = await fill(db, `${room}/aa/inner`, { a: {}, b: {}, c: {}, d: {} });
      same(await ids(query(inner, orderBy(documentId()), startAt('b'), endBefore('d'))), ['b', 'c']);
    },
  },
  {
    name: 'finds a map that holds a value of every kind, by the same value, again and again',
    run: async ({ db, room }) => {
      const all = collection(db, room);
      const parts = [
        doc(db, 'else/where'),
        new GeoPoint(1.5, -2),
        Bytes.fromBase64String('Zm9v'),
        new Timestamp(1_700_000_000, 5_000),
      ];
      const [reference, place, bytes, time] = parts;
      const data = { reference, place, bytes, time, list: parts };
      await addDoc(all, { data });
      await addDoc(all, { data: { ...data, list: [] } });
      const asked = query(all, where('data', '==', data));
      for (let round = 0; round < 2; round += 1) {
        const events = new Events<number>();
        const stop = onSnapshot(asked, ({ size }) => events.push(size), events.fail);
        same(await events.next(), 1);
        stop();
      }
    },
  },
  {
    name: 'finds by a field inside a map, where others have no such map or none of that kind',
    run: async (world) => {
      const all = await filled(world, {
        a: {},
        b: { map: {} },
        c: { map: { inner: {} } },
        d: { map: { inner: 'x' } },
        e: { map: 'x' },
      });
      await getDocs(all);
      same(await ids(query(all, where('map.inner', '==', 'x'))), ['d']);
      same(await ids(query(all, where(new FieldPath('map', 'inner'), '==', {}))), ['c']);
    },
  },
  {
    name: 'goes page by page to the end, from the last document of each',
    run: async (world) => {
      const all = await filled(world, Object.fromEntries([...'abcdef'].map((id) => [id, { id }])));
      const pages: string[] = [];
      let page = await getDocs(query(all, limit(2)));
      while (page.size > 0) {
        pages.push(page.docs.map(({ id }) => id).join(''));
        page = await getDocs(query(all, limit(3), startAfter(page.docs.at(-1))));
      }
      same(pages, ['ab', 'cde', 'f']);
    },
  },
  {
    name: 'starts and ends at a document, at a value and at a reference, in both directions',
    run: async ({ db, room }) => {
      const at = (collectionId: string, id: string) => doc(db, collectionId, id);
      const all = await fill(db, room, {
        a: { n: 1, to: at('x', 'a') },
        b: { n: 2, to: at('x', 'b') },
        c: { n: 2, to: at('y', 'a') },
        d: { n: 2, to: at('y', 'b') },
        e: { n: 0, to: at('z', 'a') },
        without: { m: 1 },
      });
      const c = await getDoc(doc(all, 'c'));
      same(await ids(query(all, orderBy('n'), startAt(c))), ['c', 'd']);
      same(await ids(query(all, orderBy('n'), endBefore(c))), ['e', 'a', 'b']);
      same(await ids(query(all, orderBy('n'), startAt(2))), ['b', 'c', 'd']);
      same(await ids(query(all, orderBy('n'), endBefore(2))), ['e', 'a']);
      const down = query(all, orderBy('n', 'desc'), orderBy(documentId(), 'desc'));
      same(await ids(query(down, startAt(2))), ['d', 'c', 'b', 'a', 'e']);
      same(await ids(query(down, startAfter(2, 'c'))), ['b', 'a', 'e']);
      same(await ids(query(down, endBefore(2))), []);
      same(await ids(query(all, orderBy('to'), startAfter(at('x', 'a')), endAt(at('y', 'b')))), [
        'b',
        'c',
        'd',
      ]);
    },
  },
  {
    name: 'takes the last between cursors on either side, fewer when there are no more',
    run: async (world) => {
      const all = await filled(world, { a: { n: 0 }, b: { n: 1 }, c: { n: 1 }, d: { n: 2 } });
      const last = query(all, orderBy('n'), limitToLast(3));
      same(await ids(query(last, endBefore(2))), ['a', 'b', 'c']);
      same(await ids(query(last, endAt(1))), ['a', 'b', 'c']);
      same(await ids(query(last, startAt(2))), ['d']);
      same(await ids(query(last, startAfter(0))), ['b', 'c', 'd']);
      same(await ids(query(last, startAfter(-1))), ['b', 'c', 'd']);
    },
  },
  {
    name: 'takes times as bounds, to the microsecond',
    run: async ({ db, room }) => {
      const at = (micros: number) => new Timestamp(100, micros * 1000);
      const all = await fill(db, room, {
        a: { at: at(2) },
        b: { at: at(5) },
        c: { at: at(3) },
        d: { at: at(1) },
        e: { at: at(5) },
        f: { at: at(4) },
      });
      same(await ids(query(all, orderBy('at'), startAfter(at(2)), endAt(at(5)))), ['c', 'f', 'b', 'e']);
      same(await ids(query(all, where('at', '>=', at(3)), where('at', '<', at(5)))), ['c', 'f']);
      const exact = new Timestamp(0, 123_456_789);
      const cut = await fill(db, `${room}/a/cut`, { a: { at: exact } });
      same(await ids(query(cut, where('at', '==', exact))), ['a']);
      same(await ids(query(cut, where('at', '==', new Timestamp(0, 123_456_000)))), ['a']);
      same(await ids(query(cut, where('at', '==', new Timestamp(0, 123_000_000)))), []);
    },
  },
  {
    name: 'asks across collections of one name, wherever they lie, and of no similar name',
    run: async ({ db, room }) => {
      const group = `m${room}`;
      const batch = writeBatch(db);
      const inGroup = [`a/1/${group}/d1`, `a/1/${group}/d2`, `${group}/d3`, `${group}/d4`, `z/2/${group}/d5`];
      const beside = [
        `${group}/no/nested/no`,
        `x${group}/no`,
        `${group}x/no`,
        `a/1/${group}x/no`,
        `a/1/x${group}/no`,
        `a/${group}`,
      ];
      for (const path of [...inGroup, ...beside]) batch.set(doc(db, path), { n: 1 });
      await batch.commit();
      same(await ids(collectionGroup(db, group)), ['d1', 'd2', 'd3', 'd4', 'd5']);
    },
  },
  {
    name: 'asks across collections between paths that are of documents, or of none',
    run: async ({ db, room }) => {
      const [group, inside] = [`m${room}`, `${room}/b`];
      const batch = writeBatch(db);
      const paths = [
        `${room}/a/${group}/d1`,
        `${inside}/a/b/${group}/d2`,
        `${inside}/${group}/d3`,
        `${inside}/z/d/${group}/d4`,
        `${room}/c/${group}/d5`,
        `${group}/d6`,
        `${inside}/other/d7`,
      ];
      for (const path of paths) batch.set(doc(db, path), { n: 1 });
      await batch.commit();
      const all = collectionGroup(db, group);
      const byId = query(all, orderBy(documentId()));
      same(await ids(query(byId, startAt(inside), endAt(`${inside}0`))), ['d2', 'd3', 'd4']);
      same(await ids(query(byId, startAfter(inside), endBefore(`${inside}/${group}/d3`))), ['d2']);
      const [from, upTo] = [where(documentId(), '>=', inside), where(documentId(), '<=', `${inside}0`)];
      same(await ids(query(all, from, upTo)), ['d2', 'd3', 'd4']);
      const [after, before] = [
        where(documentId(), '>', inside),
        where(documentId(), '<', `${inside}/${group}/d3`),
      ];
      same(await ids(query(all, after, before)), ['d2']);
    },
  },
];
