import {
  collection,
  type DocumentReference,
  type DocumentSnapshot,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  type Firestore,
  getDoc,
  getDocFromCache,
  getDocFromServer,
  getDocs,
  getDocsFromCache,
  getDocsFromServer,
  memoryEagerGarbageCollector,
  memoryLocalCache,
  onSnapshot,
  type Query,
  type QuerySnapshot,
  setDoc,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const readDoc = { default: getDoc, cache: getDocFromCache, server: getDocFromServer };
const readAll = { default: getDocs, cache: getDocsFromCache, server: getDocsFromServer };
type Source = keyof typeof readDoc;

const seenDoc = (snapshot: DocumentSnapshot) => ({
  data: snapshot.data() ?? null,
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

const seenAll = (snapshot: QuerySnapshot) => ({
  data: Object.fromEntries(snapshot.docs.map((each) => [each.id, each.data()])),
  changes: snapshot.docChanges().length,
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

const reading = async (target: DocumentReference, source: Source) => seenDoc(await readDoc[source](target));
const listing = async (target: Query, source: Source) => seenAll(await readAll[source](target));

const three = { d1: { n: 1 }, d2: { n: 2 }, d3: { n: 3 } };

async function fill(db: Firestore, room: string): Promise<void> {
  const batch = writeBatch(db);
  for (const [id, data] of Object.entries(three)) batch.set(doc(db, room, id), data);
  await batch.commit();
}

/** What a read gives: online and offline, of what is there and what is not, from each of the three sources. */
export const cacheReadCases: readonly SdkCase[] = [
  {
    name: 'is asked for a document that is there: from the server online, else from what it has read',
    run: async ({ db: other, keep, room }) => {
      const db = keep();
      await setDoc(doc(other, room, 'a'), { n: 1 });
      const target = doc(db, room, 'a');
      const fresh = { data: { n: 1 }, cached: false, pending: false };
      const kept = { ...fresh, cached: true };
      same(await reading(target, 'server'), fresh);
      same(await reading(target, 'default'), fresh);
      same(await reading(target, 'cache'), kept);
      await disableNetwork(db);
      same(await reading(target, 'default'), kept);
      same(await reading(target, 'cache'), kept);
      await failsWith('unavailable', reading(target, 'server'));
      // A listener that is there first changes none of it.
      const events = new Events<ReturnType<typeof seenDoc>>();
      const stop = onSnapshot(target, (snapshot) => events.push(seenDoc(snapshot)), events.fail);
      same(await events.next(), kept);
      same(await reading(target, 'cache'), kept);
      same(await reading(target, 'default'), kept);
      await failsWith('unavailable', reading(target, 'server'));
      stop();
    },
  },
  {
    name: 'is asked for a collection that is there: offline with what waits to be sent',
    run: async ({ db: other, keep, room }) => {
      const db = keep();
      const all = collection(db, room);
      await fill(other, room);
      const fresh = { data: three, changes: 3, cached: false, pending: false };
      same(await listing(all, 'server'), fresh);
      same(await listing(all, 'default'), fresh);
      same(await listing(all, 'cache'), { ...fresh, cached: true });
      await disableNetwork(db);
      await failsWith('unavailable', listing(all, 'server'));
      void setDoc(doc(all, 'd2'), { more: 2 }, { merge: true });
      void setDoc(doc(all, 'd3'), { more: 3 });
      void setDoc(doc(all, 'd4'), { more: 4 });
      const waiting = {
        data: { d1: { n: 1 }, d2: { n: 2, more: 2 }, d3: { more: 3 }, d4: { more: 4 } },
        changes: 4,
        cached: true,
        pending: true,
      };
      same(await listing(all, 'default'), waiting);
      same(await listing(all, 'cache'), waiting);
      const events = new Events<ReturnType<typeof seenAll>>();
      const stop = onSnapshot(all, (snapshot) => events.push(seenAll(snapshot)), events.fail);
      same(await events.next(), waiting);
      same(await listing(all, 'cache'), waiting);
      same(await listing(all, 'default'), waiting);
      await failsWith('unavailable', listing(all, 'server'));
      stop();
    },
  },
  {
    name: 'is asked for a document that is missing: it is missing online, and unknown offline',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'missing');
      await failsWith('unavailable', reading(target, 'cache'));
      const fresh = { data: null, cached: false, pending: false };
      same(await reading(target, 'default'), fresh);
      same(await reading(target, 'server'), fresh);
      await disableNetwork(db);
      for (const source of ['default', 'cache', 'server'] as const) {
        await failsWith('unavailable', reading(doc(db, room, 'unread'), source));
      }
    },
  },
  {
    name: 'is asked for a collection that is missing: it is empty from every source but a server out of reach',
    run: async ({ keep, room }) => {
      const db = keep();
      const all = collection(db, room);
      const empty = { data: {}, changes: 0, cached: false, pending: false };
      const kept = { ...empty, cached: true };
      same(await listing(all, 'cache'), kept);
      same(await listing(all, 'default'), empty);
      same(await listing(all, 'server'), empty);
      await disableNetwork(db);
      same(await listing(all, 'default'), kept);
      same(await listing(all, 'cache'), kept);
      await failsWith('unavailable', listing(all, 'server'));
    },
  },
  {
    name: 'remembers offline that it has deleted a document',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      await deleteDoc(target);
      await disableNetwork(db);
      same(await reading(target, 'cache'), { data: null, cached: true, pending: false });
    },
  },
  {
    name: 'gives offline what was written offline, and the server’s word when it is back',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      await disableNetwork(db);
      await failsWith('unavailable', reading(target, 'default'));
      const written = setDoc(target, { a: 1 });
      same(await reading(target, 'default'), { data: { a: 1 }, cached: true, pending: true });
      await enableNetwork(db);
      await written;
      same(await reading(target, 'default'), { data: { a: 1 }, cached: false, pending: false });
    },
  },
  {
    name: 'forgets at once what nobody listens to when it is told to, and keeps it else',
    run: async ({ connect, keep, room }) => {
      const eager = connect({
        localCache: memoryLocalCache({ garbageCollector: memoryEagerGarbageCollector() }),
      });
      await setDoc(doc(eager, room, 'a'), { n: 1 });
      await failsWith('unavailable', reading(doc(eager, room, 'a'), 'cache'));
      const keeping = keep();
      await setDoc(doc(keeping, room, 'b'), { n: 1 });
      same(await reading(doc(keeping, room, 'b'), 'cache'), { data: { n: 1 }, cached: true, pending: false });
    },
  },
  {
    name: 'keeps databases apart, online and offline',
    run: async ({ keep, room }) => {
      const [one, two] = [keep('one'), keep('two')];
      await setDoc(doc(one, room, 'a'), { in: 'one' });
      same((await reading(doc(one, room, 'a'), 'default')).data, { in: 'one' });
      same((await reading(doc(two, room, 'a'), 'server')).data, null);
      await Promise.all([disableNetwork(one), disableNetwork(two)]);
      void setDoc(doc(one, room, 'b'), { in: 'one' });
      same((await reading(doc(one, room, 'b'), 'cache')).data, { in: 'one' });
      await failsWith('unavailable', reading(doc(two, room, 'b'), 'cache'));
      await enableNetwork(two);
      same((await listing(collection(two, room), 'server')).data, {});
    },
  },
];
