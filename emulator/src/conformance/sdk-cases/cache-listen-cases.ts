import {
  addDoc,
  collection,
  type DocumentData,
  disableNetwork,
  doc,
  enableNetwork,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  limitToLast,
  onSnapshot,
  orderBy,
  type Query,
  query,
  runTransaction,
  type SnapshotListenOptions,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { type SdkCase, type SdkWorld, same } from './sdk-case.ts';

interface Told {
  readonly names: string;
  readonly cached: boolean;
  readonly pending: boolean;
}

/** Each document is told by its `k`. */
function watch(target: Query, settings: SnapshotListenOptions) {
  const events = new Events<Told>();
  const stop = onSnapshot(
    target,
    settings,
    ({ docs, metadata }) =>
      events.push({
        names: docs.map((each) => String(each.get('k'))).join(),
        cached: metadata.fromCache,
        pending: metadata.hasPendingWrites,
      }),
    events.fail,
  );
  return { events, stop };
}

const ofCache = { source: 'cache' } as const;
const withMetadata = { includeMetadataChanges: true };

/** The collection as a client that keeps sees it, filled by another. */
async function filled({ db, keep, room }: SdkWorld, documents: Readonly<Record<string, DocumentData>>) {
  const batch = writeBatch(db);
  for (const [id, data] of Object.entries(documents)) batch.set(doc(db, room, id), data);
  await batch.commit();
  return collection(keep(), room);
}

/** Waits until everything that the client had to tell is told: a write goes to the server and back. */
async function settle(db: Firestore, room: string): Promise<void> {
  await setDoc(doc(db, `${room}/aside/settled/now`), {});
  await getDoc(doc(db, `${room}/aside/settled/now`));
}

const two = { a: { k: 'a', sort: 0 }, b: { k: 'b', sort: 1 } };
const later = (all: Query) => query(all, where('sort', '>', 0), orderBy('sort'));
const others = (all: Query) => query(all, where('sort', '!=', 0), orderBy('sort'));

export const cacheListenCases: readonly SdkCase[] = [
  {
    name: 'tells what the cache holds, once, of a query and of a document, though the network comes and goes',
    run: async (world) => {
      const all = await filled(world, { a: { k: 'a' } });
      await getDocs(all);
      const listener = watch(all, { ...withMetadata, ...ofCache });
      same(await listener.events.next(), { names: 'a', cached: true, pending: false });
      const events = new Events<unknown>();
      const stop = onSnapshot(
        doc(all, 'a'),
        ofCache,
        (snapshot) => events.push([snapshot.data(), snapshot.metadata.fromCache]),
        events.fail,
      );
      same(await events.next(), [{ k: 'a' }, true]);
      await disableNetwork(all.firestore);
      await enableNetwork(all.firestore);
      await settle(all.firestore, world.room);
      same([listener.events.waiting, events.waiting], [0, 0]);
      listener.stop();
      stop();
    },
  },
  {
    name: 'is empty when the cache is, and hears nothing of a transaction',
    run: async (world) => {
      const all = await filled(world, { a: { k: 'a' } });
      const { events, stop } = watch(all, ofCache);
      same(await events.next(), { names: '', cached: true, pending: false });
      await runTransaction(all.firestore, async (transaction) => void transaction.set(doc(all), { k: 'b' }));
      await settle(all.firestore, world.room);
      same(events.waiting, 0);
      stop();
    },
  },
  {
    name: 'tells several that ask the same, each by itself',
    run: async (world) => {
      const all = await filled(world, two);
      await getDocs(all);
      const [first, second] = [watch(later(all), ofCache), watch(later(all), ofCache)];
      for (const { events } of [first, second]) {
        same(await events.next(), { names: 'b', cached: true, pending: false });
      }
      await addDoc(all, { k: 'c', sort: 2 });
      for (const { events } of [first, second]) same((await events.next()).names, 'b,c');
      first.stop();
      await addDoc(all, { k: 'd', sort: 3 });
      const last = await second.events.next();
      same([last.names, last.cached], ['b,c,d', true]);
      second.stop();
      same([first.events.waiting, second.events.waiting], [0, 0]);
    },
  },
  {
    name: 'serves a limit and its mirror image, ended and begun again',
    run: async (world) => {
      const all = await filled(world, { ...two, c: { k: 'c', sort: 1 } });
      await getDocs(all);
      const head = query(all, orderBy('sort'), limit(2));
      const tail = query(all, orderBy('sort', 'desc'), limitToLast(2));
      let [first, last] = [watch(head, ofCache), watch(tail, ofCache)];
      same((await first.events.next()).names, 'a,b');
      same((await last.events.next()).names, 'b,a');
      first.stop();
      first = watch(head, ofCache);
      same(await first.events.next(), { names: 'a,b', cached: true, pending: false });
      await addDoc(all, { k: 'd', sort: -1 });
      same(await first.events.next(), { names: 'd,a', cached: true, pending: true });
      same(await last.events.next(), { names: 'a,d', cached: true, pending: true });
      last.stop();
      await updateDoc(doc(all, 'a'), { k: 'a', sort: -2 });
      last = watch(tail, ofCache);
      same(await first.events.next(), { names: 'a,d', cached: true, pending: true });
      // This one was begun after the server had the change.
      same(await last.events.next(), { names: 'd,a', cached: true, pending: false });
      first.stop();
      last.stop();
    },
  },
  {
    name: 'takes part in what a listener of the server, there before it, is told',
    run: async (world) => {
      const all = await filled(world, two);
      const server = watch(later(all), {});
      same(await server.events.next(), { names: 'b', cached: false, pending: false });
      const cache = watch(later(all), ofCache);
      same(await cache.events.next(), { names: 'b', cached: false, pending: false });
      await runTransaction(
        all.firestore,
        async (transaction) => void transaction.set(doc(all), { k: 'c', sort: 2 }),
      );
      for (const { events } of [server, cache]) {
        same(await events.next(), { names: 'b,c', cached: false, pending: false });
      }
      server.stop();
      cache.stop();
      same([server.events.waiting, cache.events.waiting], [0, 0]);
    },
  },
  {
    name: 'takes part in what a listener of the server, begun after it, is told',
    run: async (world) => {
      const all = await filled(world, two);
      const cache = watch(others(all), ofCache);
      same(await cache.events.next(), { names: '', cached: true, pending: false });
      const server = watch(others(all), {});
      for (const { events } of [server, cache]) {
        same(await events.next(), { names: 'b', cached: false, pending: false });
      }
      await settle(all.firestore, world.room);
      same([server.events.waiting, cache.events.waiting], [0, 0]);
      server.stop();
      cache.stop();
    },
  },
  {
    name: 'is not told by itself that the server has what was written',
    run: async (world) => {
      const all = await filled(world, two);
      await getDocs(all);
      const { events, stop } = watch(others(all), { ...withMetadata, ...ofCache });
      same(await events.next(), { names: 'b', cached: true, pending: false });
      await addDoc(all, { k: 'c', sort: 2 });
      same(await events.next(), { names: 'b,c', cached: true, pending: true });
      await settle(all.firestore, world.room);
      same(events.waiting, 0);
      stop();
    },
  },
  {
    name: 'is told all metadata together with a listener of the server',
    run: async (world) => {
      const all = await filled(world, two);
      await getDocs(all);
      const cache = watch(others(all), { ...withMetadata, ...ofCache });
      same(await cache.events.next(), { names: 'b', cached: true, pending: false });
      const server = watch(others(all), withMetadata);
      same(await server.events.next(), { names: 'b', cached: true, pending: false });
      for (const { events } of [server, cache]) {
        same(await events.next(), { names: 'b', cached: false, pending: false });
      }
      await addDoc(all, { k: 'c', sort: 2 });
      for (const { events } of [server, cache]) {
        same(await events.next(), { names: 'b,c', cached: false, pending: true });
      }
      for (const { events } of [server, cache]) {
        same(await events.next(), { names: 'b,c', cached: false, pending: false });
      }
      server.stop();
      cache.stop();
      same([server.events.waiting, cache.events.waiting], [0, 0]);
    },
  },
  {
    name: 'goes on when a listener of the server beside it ends, and the other way round',
    run: async (world) => {
      const all = await filled(world, two);
      const server = watch(others(all), {});
      same((await server.events.next()).names, 'b');
      const cache = watch(others(all), ofCache);
      same((await cache.events.next()).names, 'b');
      server.stop();
      await addDoc(all, { k: 'c', sort: -1 });
      same((await cache.events.next()).names, 'c,b');
      await settle(all.firestore, world.room);
      same([server.events.waiting, cache.events.waiting], [0, 0]);
      cache.stop();

      const again = watch(others(all), {});
      same((await again.events.next()).names, 'c,b');
      const beside = watch(others(all), ofCache);
      same((await beside.events.next()).names, 'c,b');
      beside.stop();
      await addDoc(all, { k: 'd', sort: -2 });
      same((await again.events.next()).names, 'd,c,b');
      await settle(all.firestore, world.room);
      same([again.events.waiting, beside.events.waiting], [0, 0]);
      again.stop();
    },
  },
  {
    name: 'is begun and ended in turns with a listener of the server',
    run: async (world) => {
      const all = await filled(world, two);
      let server = watch(later(all), {});
      same((await server.events.next()).names, 'b');
      let cache = watch(later(all), ofCache);
      same((await cache.events.next()).names, 'b');
      server.stop();
      await addDoc(all, { k: 'c', sort: 2 });
      same((await cache.events.next()).names, 'b,c');
      server = watch(later(all), {});
      same((await server.events.next()).names, 'b,c');
      cache.stop();
      await updateDoc(doc(all, 'b'), { k: 'b', sort: 3 });
      same((await server.events.next()).names, 'c,b');
      cache = watch(later(all), ofCache);
      same((await cache.events.next()).names, 'c,b');
      server.stop();
      cache.stop();
    },
  },
  {
    name: 'answers inequalities on two fields',
    run: async (world) => {
      const all = await filled(world, two);
      await getDocs(all);
      const { events, stop } = watch(query(all, where('k', '<=', 'a'), where('sort', '>=', 0)), ofCache);
      same((await events.next()).names, 'a');
      stop();
    },
  },
];
