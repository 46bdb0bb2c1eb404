import {
  addDoc,
  collection,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  getDoc,
  getDocFromCache,
  getDocFromServer,
  getDocs,
  getDocsFromCache,
  getDocsFromServer,
  increment,
  memoryLocalCache,
  memoryLruGarbageCollector,
  onSnapshot,
  query,
  setDoc,
  terminate,
  updateDoc,
  waitForPendingWrites,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

/** A cache that keeps what nobody listens to any more. */
const keeping = () => ({ localCache: memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() }) });

export const offlineCases: readonly SdkCase[] = [
  {
    name: 'reads from the server or from the cache, as it is told',
    run: async ({ room, connect }) => {
      const db = connect(keeping());
      const target = doc(db, room, 'a');
      await failsWith('unavailable', getDocFromCache(target));
      same((await getDocsFromCache(collection(db, room))).size, 0);
      await setDoc(target, { n: 1 });
      same((await getDocFromServer(target)).metadata.fromCache, false);
      const kept = await getDocFromCache(target);
      same([kept.metadata.fromCache, kept.get('n')], [true, 1]);
      same((await getDocsFromServer(collection(db, room))).metadata.fromCache, false);
      same((await getDocsFromCache(collection(db, room))).metadata.fromCache, true);
    },
  },
  {
    name: 'without a network falls back on the cache, and refuses what only the server knows',
    run: async ({ room, connect }) => {
      const db = connect(keeping());
      const target = doc(db, room, 'a');
      await setDoc(target, { n: 1 });
      await disableNetwork(db);
      const kept = await getDoc(target);
      same([kept.metadata.fromCache, kept.get('n')], [true, 1]);
      same((await getDocs(collection(db, room))).metadata.fromCache, true);
      await failsWith('unavailable', getDoc(doc(db, room, 'never-read')));
      await failsWith('unavailable', getDocFromServer(target));
      await failsWith('unavailable', getDocsFromServer(collection(db, room)));
      await enableNetwork(db);
      same((await getDoc(target)).metadata.fromCache, false);
    },
  },
  {
    name: 'keeps what is written without a network, in its order, and sends it when there is one',
    run: async ({ db: reader, room, connect }) => {
      const db = connect();
      const target = doc(db, room, 'a');
      const events = new Events<readonly [unknown, boolean, boolean]>();
      const stop = onSnapshot(
        target,
        { includeMetadataChanges: true },
        (s) => events.push([s.get('n'), s.metadata.fromCache, s.metadata.hasPendingWrites]),
        events.fail,
      );
      same(await events.next(), [undefined, false, false]);
      await disableNetwork(db);
      same(await events.next(), [undefined, true, false]);
      const written = [
        setDoc(target, { n: 1 }),
        updateDoc(target, { n: increment(5) }),
        updateDoc(target, { m: 1 }),
      ];
      same(await events.until(([n]) => n === 6), [6, true, true]);
      const all = waitForPendingWrites(db);
      await enableNetwork(db);
      await all;
      await Promise.all(written);
      same(await events.until(([, cached, pending]) => !cached && !pending), [6, false, false]);
      same((await getDoc(doc(reader, room, 'a'))).data(), { n: 6, m: 1 });
      stop();
    },
  },
  {
    name: 'is told, when it is back, of what others did while it was away',
    run: async ({ db: other, room, connect }) => {
      const db = connect();
      await setDoc(doc(other, room, 'a'), { open: true });
      await setDoc(doc(other, room, 'b'), { open: true });
      const events = new Events<{ readonly ids: string; readonly cached: boolean }>();
      const stop = onSnapshot(
        query(collection(db, room), where('open', '==', true)),
        { includeMetadataChanges: true },
        (s) => events.push({ ids: s.docs.map(({ id }) => id).join(), cached: s.metadata.fromCache }),
        events.fail,
      );
      await events.until(({ cached }) => !cached);
      await disableNetwork(db);
      same(await events.next(), { ids: 'a,b', cached: true });
      await deleteDoc(doc(other, room, 'a'));
      await updateDoc(doc(other, room, 'b'), { open: false });
      await setDoc(doc(other, room, 'c'), { open: true });
      await enableNetwork(db);
      same(await events.until(({ cached }) => !cached), { ids: 'c', cached: false });
      stop();
    },
  },
  {
    name: 'takes a query up again after half of its documents were deleted, and finds which are left',
    run: async ({ db: other, room, connect }) => {
      const db = connect(keeping());
      const batch = writeBatch(other);
      for (let n = 0; n < 100; n += 1) batch.set(doc(other, room, `d${n}`), { n });
      await batch.commit();
      same((await getDocs(collection(db, room))).size, 100);
      const half = writeBatch(other);
      for (let n = 0; n < 100; n += 2) half.delete(doc(other, room, `d${n}`));
      await half.commit();
      const left = await getDocs(collection(db, room));
      same([left.size, left.metadata.fromCache], [50, false]);
      same(
        left.docs.every(({ id }) => Number(id.slice(1)) % 2 === 1),
        true,
      );
      await disableNetwork(db);
      same((await getDocs(collection(db, room))).size, 50);
    },
  },
  {
    name: 'listens to the cache alone when it is told to',
    run: async ({ db: other, room, connect }) => {
      const db = connect(keeping());
      const all = collection(db, room);
      await setDoc(doc(other, room, 'theirs'), {});
      const events = new Events<{ readonly ids: string; readonly cached: boolean }>();
      const stop = onSnapshot(
        all,
        { source: 'cache' },
        (s) => events.push({ ids: s.docs.map(({ id }) => id).join(), cached: s.metadata.fromCache }),
        events.fail,
      );
      same(await events.next(), { ids: '', cached: true });
      await setDoc(doc(all, 'mine'), {});
      same((await events.until(({ ids }) => ids !== '')).ids, 'mine');
      await getDocs(all);
      same((await events.until(({ ids }) => ids !== 'mine')).ids, 'mine,theirs');
      stop();
    },
  },
  {
    name: 'answers nothing more once it is terminated',
    run: async ({ db: other, room, connect }) => {
      const db = connect();
      const events = new Events<boolean>();
      onSnapshot(doc(db, room, 'a'), (snapshot) => events.push(snapshot.exists()));
      same(await events.next(), false);
      await addDoc(collection(db, room), { n: 1 });
      await terminate(db);
      await setDoc(doc(other, room, 'a'), {});
      same(events.waiting, 0);
      await failsWith(
        'failed-precondition',
        Promise.resolve().then(() => getDoc(doc(db, room, 'a'))),
      );
      await terminate(db);
    },
  },
];
