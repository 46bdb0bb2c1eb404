import * as sdk from 'firebase/firestore';
import {
  collection,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getDocs,
  getDocsFromCache,
  limit,
  loadBundle,
  namedQuery,
  orderBy,
  query,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { fill } from './fill.ts';
import { type SdkCase, type SdkWorld, same } from './sdk-case.ts';

/** What the SDK tells its own tests when it holds another number of documents than the server says. */
interface Mismatch {
  readonly localCacheCount: number;
  readonly existenceFilterCount: number;
  /** Absent when the server sent none. `applied`: it said which to drop, so that nothing had to be asked again. */
  readonly bloomFilter?: { readonly applied: boolean };
}

interface TestingHooks {
  onExistenceFilterMismatch(callback: (mismatch: Mismatch) => void): () => void;
}

/** The SDK exports this, and leaves it out of its types. */
const { _TestingHooks: hooks } = sdk as unknown as { _TestingHooks: TestingHooks };

/** What `act` gives, and the mismatches that the SDK found meanwhile, as one line each. */
async function mismatchesOf<Result>(act: () => Promise<Result>): Promise<[Result, readonly string[]]> {
  const found: string[] = [];
  const stop = hooks.onExistenceFilterMismatch((mismatch) => {
    const { localCacheCount, existenceFilterCount, bloomFilter } = mismatch;
    const outcome = bloomFilter === undefined ? 'unaided' : bloomFilter.applied ? 'applied' : 'in vain';
    found.push(`${localCacheCount} for ${existenceFilterCount}, ${outcome}`);
  });
  try {
    return [await act(), found];
  } finally {
    stop();
  }
}

const idsOf = async (asked: Promise<sdk.QuerySnapshot>) => (await asked).docs.map(({ id }) => id);

/** Changes a megabyte until the server no longer keeps how anything was before: it has room for 24 of them. */
async function forget(writer: Firestore, room: string): Promise<void> {
  const large = doc(writer, room, 'large', 'past', 'large');
  await setDoc(large, { text: ' '.repeat(1_000_000) });
  await Promise.all(Array.from({ length: 30 }, (_, n) => updateDoc(large, { n })));
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `d${from + index}`);
const all = (ids: readonly string[], data: DocumentData) => Object.fromEntries(ids.map((id) => [id, data]));

/** A client that keeps what it reads, and another that changes it meanwhile. */
async function two(world: SdkWorld, documents: Readonly<Record<string, DocumentData>>) {
  const writer = world.connect();
  await fill(writer, world.room, documents);
  return { writer, db: world.keep(), at: (id: string) => doc(writer, world.room, id) };
}

/** A time, in milliseconds since 1970, after all that was written and before all that will be. */
async function between(): Promise<number> {
  const before = Date.now();
  while (Date.now() <= before + 1) await Promise.resolve();
  return before + 1;
}

/** A bundle that says that this collection held these documents at `time`, in milliseconds since 1970. */
function bundleOf(db: Firestore, room: string, ids: readonly string[], time: number): string {
  const root = `projects/${db.app.options.projectId}/databases/(default)/documents`;
  const readTime = new Date(time).toISOString();
  const documents = ids.flatMap((id) => {
    const name = `${root}/${room}/${id}`;
    const fields = { n: { integerValue: '1' } };
    return [
      { documentMetadata: { name, readTime, exists: true, queries: [room] } },
      { document: { name, fields, createTime: readTime, updateTime: readTime } },
    ];
  });
  const structuredQuery = { from: [{ collectionId: room }] };
  const asked = { name: room, bundledQuery: { parent: root, structuredQuery, limitType: 'FIRST' }, readTime };
  const framed = (element: object) => {
    const text = JSON.stringify(element);
    return `${new TextEncoder().encode(text).length}${text}`;
  };
  const body = [{ namedQuery: asked }, ...documents].map(framed).join('');
  const totalBytes = new TextEncoder().encode(body).length;
  const metadata = { id: room, createTime: readTime, version: 1, totalDocuments: ids.length, totalBytes };
  return framed({ metadata }) + body;
}

export const resumeCases: readonly SdkCase[] = [
  {
    name: 'finds by a bloom filter alone which half of its documents is gone, when the server no longer knows',
    run: async (world) => {
      const { db, writer, at } = await two(world, all(range(100, 400), { n: 1 }));
      const asked = collection(db, world.room);
      same((await getDocs(asked)).size, 300);
      const batch = writeBatch(writer);
      for (const id of range(100, 250)) batch.delete(at(id));
      await batch.commit();
      await forget(writer, world.room);
      // Of each that is gone the SDK makes sure by itself, a hundred at a time, before it answers.
      const [left, mismatches] = await mismatchesOf(() => getDocs(asked));
      same([left.metadata.fromCache, left.docs.map(({ id }) => id)], [false, range(250, 400)]);
      same(mismatches, ['300 for 150, applied']);
      same(await idsOf(getDocsFromCache(asked)), range(250, 400));
    },
  },
  {
    name: 'finds what came, went, left and changed, when the server no longer knows, in any script',
    run: async (world) => {
      const odd = ['e\u0301', '\u00e9', 'e\u0301\u0327', 'e\u0327\u0301', '😀', 'gone'];
      const documents = { ...all(range(10, 30), { n: 1, open: true }), ...all(odd, { n: 1, open: true }) };
      const { db, writer, at } = await two(world, documents);
      const asked = query(collection(db, world.room), where('open', '==', true));
      same((await getDocs(asked)).size, 26);
      const batch = writeBatch(writer);
      for (const id of [...range(10, 15), 'gone']) batch.delete(at(id));
      for (const id of range(15, 20)) batch.update(at(id), { open: false });
      for (const id of range(20, 25)) batch.update(at(id), { n: 2 });
      for (const id of range(40, 55)) batch.set(at(id), { n: 3, open: true });
      await batch.commit();
      await forget(writer, world.room);
      const [found, mismatches] = await mismatchesOf(() => getDocs(asked));
      const expected = [...range(20, 30), ...range(40, 55), ...odd.filter((id) => id !== 'gone')];
      same(found.docs.map(({ id }) => id).toSorted(), expected.toSorted());
      same(
        found.docs.map((each) => each.get('n')).join(''),
        `${'2'.repeat(5)}${'1'.repeat(5)}${'3'.repeat(15)}11111`,
      );
      same(mismatches, ['41 for 30, applied']);
    },
  },
  {
    name: 'with a limit asks for everything again, when the server no longer knows',
    run: async (world) => {
      const { db, writer, at } = await two(world, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
      const asked = query(collection(db, world.room), orderBy('n'), limit(2));
      same(await idsOf(getDocs(asked)), ['a', 'b']);
      await deleteDoc(at('a'));
      await forget(writer, world.room);
      const [found, mismatches] = await mismatchesOf(() => idsOf(getDocs(asked)));
      same([found, mismatches], [['b', 'c'], []]);
    },
  },
  {
    name: 'is told what is gone as long as the server knows, without any mismatch',
    run: async (world) => {
      const { db, writer, at } = await two(world, all(range(10, 30), { n: 1 }));
      const asked = collection(db, world.room);
      same((await getDocs(asked)).size, 20);
      const batch = writeBatch(writer);
      for (const id of range(10, 20)) batch.delete(at(id));
      await batch.commit();
      const [found, mismatches] = await mismatchesOf(() => idsOf(getDocs(asked)));
      same([found, mismatches], [range(20, 30), []]);
    },
  },
  {
    name: 'goes on from the time of a bundle, and drops by a bloom filter what the bundle had too much',
    run: async (world) => {
      const { db, at } = await two(world, { a: { n: 1 }, b: { n: 1 }, c: { n: 1 } });
      await loadBundle(db, bundleOf(db, world.room, ['a', 'b', 'c', 'ghost'], await between()));
      await deleteDoc(at('c'));
      const asked = await namedQuery(db, world.room);
      if (asked === null) throw new Error('the bundle has no query');
      same(await idsOf(getDocsFromCache(asked)), ['a', 'b', 'c', 'ghost']);
      const [found, mismatches] = await mismatchesOf(() => idsOf(getDocs(asked)));
      same([found, mismatches], [['a', 'b'], ['4 for 2, applied']]);
    },
  },
  {
    name: 'asks for everything again when it lacks what it should hold, which no filter can tell it',
    run: async (world) => {
      const { db, at } = await two(world, { a: { n: 1 }, b: { n: 1 } });
      await loadBundle(db, bundleOf(db, world.room, ['a'], await between()));
      await setDoc(at('c'), { n: 1 });
      const asked = await namedQuery(db, world.room);
      if (asked === null) throw new Error('the bundle has no query');
      const [found, mismatches] = await mismatchesOf(() => idsOf(getDocs(asked)));
      same([found, mismatches], [['a', 'b', 'c'], ['2 for 3, in vain']]);
    },
  },
  {
    name: 'starts over from a bundle that is older than the server',
    run: async (world) => {
      const { db } = await two(world, { a: { n: 1 }, b: { n: 1 } });
      await loadBundle(db, bundleOf(db, world.room, ['a', 'ghost'], 1_000_000_000_000));
      const asked = await namedQuery(db, world.room);
      if (asked === null) throw new Error('the bundle has no query');
      const [found, mismatches] = await mismatchesOf(() => idsOf(getDocs(asked)));
      same([found, mismatches], [['a', 'b'], []]);
    },
  },
];
