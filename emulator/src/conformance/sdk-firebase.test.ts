import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  disableNetwork,
  doc,
  type Firestore,
  getCountFromServer,
  getDoc,
  getDocFromCache,
  getDocs,
  getDocsFromCache,
  increment,
  initializeFirestore,
  limitToLast,
  loadBundle,
  onSnapshot,
  orderBy,
  type QuerySnapshot,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  Timestamp,
  terminate,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Running, startRunning } from './running.ts';

let running: Running;
let app: FirebaseApp;
let db: Firestore;
beforeAll(async () => {
  running = await startRunning();
  app = initializeApp({ projectId: 'demo-web' }, 'web');
  db = initializeFirestore(app, {});
  connectFirestoreEmulator(db, '127.0.0.1', running.port);
});
afterAll(async () => {
  await terminate(db);
  await deleteApp(app);
  await running.close();
});

const ids = (snapshot: QuerySnapshot) => snapshot.docs.map(({ id }) => id);

describe('the Firebase SDK in Node', () => {
  it('writes a document and reads it back', async () => {
    const target = doc(db, 'cities/berlin');
    await setDoc(target, { name: 'Berlin', tags: ['a', 'b'], at: serverTimestamp(), size: 3.5 });
    await updateDoc(target, { size: increment(1) });
    const data = (await getDoc(target)).data();
    expect(data).toMatchObject({ name: 'Berlin', tags: ['a', 'b'], size: 4.5 });
    expect(data?.at).toBeInstanceOf(Timestamp);
  });

  it('is told of what enters, changes and leaves a query', async () => {
    const seen: string[][] = [];
    const target = query(collection(db, 'live'), where('open', '==', true), orderBy('n'));
    const stop = onSnapshot(target, { includeMetadataChanges: true }, (snapshot) => {
      if (!snapshot.metadata.hasPendingWrites) seen.push(ids(snapshot));
    });
    await vi.waitFor(() => expect(seen.at(-1)).toStrictEqual([]));
    await setDoc(doc(db, 'live/a'), { n: 1, open: true });
    await setDoc(doc(db, 'live/b'), { n: 0, open: true });
    await vi.waitFor(() => expect(seen.at(-1)).toStrictEqual(['b', 'a']));
    await updateDoc(doc(db, 'live/b'), { open: false });
    await vi.waitFor(() => expect(seen.at(-1)).toStrictEqual(['a']));
    await deleteDoc(doc(db, 'live/a'));
    await vi.waitFor(() => expect(seen.at(-1)).toStrictEqual([]));
    stop();
  });

  it('queries, counts, and takes the last of an order', async () => {
    const batch = writeBatch(db);
    for (let n = 0; n < 5; n += 1) batch.set(doc(db, `numbers/n${n}`), { n });
    await batch.commit();
    const numbers = collection(db, 'numbers');
    expect(ids(await getDocs(query(numbers, where('n', '>=', 3))))).toStrictEqual(['n3', 'n4']);
    expect(ids(await getDocs(query(numbers, orderBy('n'), limitToLast(2))))).toStrictEqual(['n3', 'n4']);
    expect((await getCountFromServer(numbers)).data().count).toBe(5);
  });

  it('retries a transaction that another write crossed', async () => {
    const target = doc(db, 'counters/one');
    await setDoc(target, { n: 0 });
    await Promise.all(
      Array.from({ length: 4 }, () =>
        runTransaction(
          db,
          async (transaction) => {
            const { n } = (await transaction.get(target)).data() as { n: number };
            transaction.update(target, { n: n + 1 });
          },
          { maxAttempts: 20 },
        ),
      ),
    );
    expect((await getDoc(target)).data()).toStrictEqual({ n: 4 });
  }, 30_000);

  it('puts what it has read into a bundle, from which another client knows it without a network', async () => {
    await setDoc(doc(db, 'bundled/a'), { k: 'a' });
    await setDoc(doc(db, 'bundled/b'), { k: 'b' });
    const { bundle } = (await getDocs(collection(db, 'bundled'))).toJSON() as { bundle: string };
    // A client of the same project: the bundle names it.
    const same = initializeApp({ projectId: 'demo-web' }, 'bundle');
    const offline = initializeFirestore(same, {});
    connectFirestoreEmulator(offline, '127.0.0.1', running.port);
    await disableNetwork(offline);
    await loadBundle(offline, bundle);
    expect((await getDocFromCache(doc(offline, 'bundled/a'))).data()).toStrictEqual({ k: 'a' });
    expect(ids(await getDocsFromCache(collection(offline, 'bundled')))).toStrictEqual(['a', 'b']);
    await deleteApp(same);
  });
});
