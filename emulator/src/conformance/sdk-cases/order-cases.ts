import {
  collection,
  documentId,
  endAt,
  getDocsFromServer,
  onSnapshot,
  orderBy,
  type Query,
  query,
  startAfter,
  startAt,
  Timestamp,
  vector,
  where,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { agrees, fill, ids } from './fill.ts';
import { type SdkCase, same } from './sdk-case.ts';

/** The ids as a listener is told them when the server has answered. */
async function listened(asked: Query): Promise<readonly string[]> {
  const events = new Events<readonly string[]>();
  const stop = onSnapshot(
    asked,
    { includeMetadataChanges: true },
    ({ docs, metadata }) => {
      if (!metadata.fromCache) events.push(docs.map(({ id }) => id));
    },
    events.fail,
  );
  const first = await events.next();
  stop();
  return first;
}

/** Rejects unless the server and a listener both give these, in this order. */
async function ordered(asked: Query, expected: readonly string[]): Promise<void> {
  same(
    (await getDocsFromServer(asked)).docs.map(({ id }) => id),
    expected,
  );
  same(await listened(asked), expected);
}

export const orderCases: readonly SdkCase[] = [
  {
    name: 'puts ids that are numbers first, by their size, and the others by their bytes',
    run: async (world) => {
      const sorted = [
        '__id-2__',
        '__id1__',
        '__id7__',
        '__id12__',
        '12',
        '7',
        'A',
        'Aa',
        '__id',
        '_id1__',
        'a',
      ];
      const all = await fill(world.db, world.room, Object.fromEntries(sorted.map((id) => [id, {}])));
      await ordered(query(all, orderBy(documentId())), sorted);
      await ordered(
        query(all, where(documentId(), '>', '__id7__'), where(documentId(), '<=', 'Aa')),
        sorted.slice(3, 8),
      );
      same(
        await ids(query(all, orderBy(documentId()), startAfter('__id1__'), endAt('7'))),
        sorted.slice(2, 6),
      );
    },
  },
  {
    name: 'puts text in the order of its bytes, beyond the basic plane too',
    run: async (world) => {
      const values = {
        a: 'Łukasiewicz',
        b: 'Sierpiński',
        c: '岩澤',
        d: '🄟',
        e: 'Ｐ',
        f: '︒',
        g: '🐵',
        h: '你好',
        i: '你顥',
      };
      const all = await fill(
        world.db,
        world.room,
        Object.fromEntries(Object.entries(values).map(([id, v]) => [id, { v, list: [v], map: { [v]: 1 } }])),
      );
      const sorted = ['b', 'a', 'h', 'i', 'c', 'f', 'e', 'd', 'g'];
      await ordered(query(all, orderBy('v')), sorted);
      await ordered(query(all, orderBy('list')), sorted);
      await ordered(query(all, where('v', '>', '︒')), ['e', 'd', 'g']);
      same(await ids(query(all, orderBy('v'), startAt('🄟'))), ['d', 'g']);
    },
  },
  {
    name: 'puts ids in the order of their bytes, beyond the basic plane too, in a cache as on the server',
    run: async ({ connect, keep, room }) => {
      const sorted = ['Sierpiński', 'Łukasiewicz', '你好', '你顥', '岩澤', '︒', 'Ｐ', '🄟', '🐵'];
      await fill(connect(), room, Object.fromEntries(sorted.toReversed().map((id) => [id, { n: 1 }])));
      const all = collection(keep(), room);
      await agrees(all, query(all, orderBy(documentId())), sorted);
      await agrees(all, query(all, where('n', '>', 0), orderBy('n', 'desc')), sorted.toReversed());
      await agrees(all, query(all, where(documentId(), '>', '︒'), where(documentId(), '<=', '🄟')), [
        'Ｐ',
        '🄟',
      ]);
      same(await listened(query(all, where('n', '==', 1))), sorted);
    },
  },
  {
    name: 'puts the keys of maps in the order of their bytes',
    run: async (world) => {
      const all = await fill(world.db, world.room, {
        a: { map: { '🄟': 1 } },
        b: { map: { Ｐ: 1 } },
        c: { map: { a: 1, b: 1 } },
        d: { map: { a: 1 } },
        e: { map: {} },
      });
      await ordered(query(all, orderBy('map')), ['e', 'd', 'c', 'b', 'a']);
    },
  },
  {
    name: 'puts vectors by their length first, between lists and maps',
    run: async (world) => {
      const all = await fill(world.db, world.room, {
        a: { v: [1, 2] },
        b: { v: vector([100]) },
        c: { v: vector([1, 2]) },
        d: { v: vector([1, 3]) },
        e: { v: vector([-1, 0, 0]) },
        f: { v: {} },
      });
      await ordered(query(all, orderBy('v')), ['a', 'b', 'c', 'd', 'e', 'f']);
      await ordered(query(all, where('v', '>', vector([1, 2]))), ['d', 'e']);
      await ordered(query(all, where('v', '==', vector([1, 2]))), ['c']);
    },
  },
  {
    name: 'takes inequalities on several fields, ordered as they are asked for or by name',
    run: async (world) => {
      const all = await fill(world.db, world.room, {
        a: { key: 'a', sort: 0, v: 0 },
        b: { key: 'b', sort: 3, v: 1 },
        c: { key: 'c', sort: 1, v: 3 },
        d: { key: 'd', sort: 2, v: 2 },
      });
      await ordered(query(all, where('key', '!=', 'a'), where('sort', '<=', 2), where('v', '>', 2)), ['c']);
      await ordered(query(all, where('key', '>=', 'a'), where('sort', '<=', 2), orderBy('v', 'desc')), [
        'c',
        'd',
        'a',
      ]);
      await ordered(query(all, where('v', '>', 0), where('sort', '>', 0), orderBy('sort'), orderBy('v')), [
        'c',
        'd',
        'b',
      ]);
      await ordered(query(all, where('sort', '>=', 1), where(documentId(), '!=', 'c')), ['d', 'b']);
    },
  },
  {
    name: 'cuts times to microseconds, and finds them again',
    run: async (world) => {
      const at = (nanoseconds: number) => new Timestamp(1_700_000_000, nanoseconds);
      const all = await fill(world.db, world.room, {
        a: { at: at(123_456_789) },
        b: { at: at(123_457_000) },
      });
      await ordered(query(all, where('at', '==', at(123_456_000))), ['a']);
      same(await ids(query(all, orderBy('at'), startAfter(at(123_456_999)))), ['b']);
    },
  },
];
