import { deleteApp, initializeApp } from 'firebase/app';
import {
  addDoc,
  average,
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  documentId,
  type Firestore,
  getAggregate,
  getCount,
  getDoc,
  getDocs,
  getFirestore,
  orderBy,
  query,
  runTransaction,
  setDoc,
  setLogLevel,
  startAfter,
  sum,
  terminate,
  where,
  writeBatch,
} from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allLiteCases } from './lite-cases/all-lite-cases.ts';
import { runLiteCase } from './lite-cases/lite-case.ts';
import { type Running, startRunning } from './running.ts';

let running: Running;
let db: Firestore;
const app = initializeApp({ projectId: 'demo-lite' }, 'lite');
beforeAll(async () => {
  // Refusals are expected here; the SDK would warn of each.
  setLogLevel('silent');
  running = await startRunning();
  db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', running.port);
});
afterAll(async () => {
  await terminate(db);
  await deleteApp(app);
  await running.close();
});

describe('the Lite SDK, which speaks REST', () => {
  it('writes, reads and deletes a document, whatever its name', async () => {
    const target = doc(db, 'rooms', 'a b:c?d#e%ü');
    await setDoc(target, { n: 1, deep: { list: [1.5, null, 'x'] } });
    expect((await getDoc(target)).data()).toStrictEqual({ n: 1, deep: { list: [1.5, null, 'x'] } });
    await deleteDoc(target);
    expect((await getDoc(target)).exists()).toBe(false);
  });

  it('pages through a query', async () => {
    const batch = writeBatch(db);
    for (let n = 0; n < 6; n += 1) batch.set(doc(db, `pages/p${n}`), { n, even: n % 2 === 0 });
    await batch.commit();
    const even = query(collection(db, 'pages'), where('even', '==', true), orderBy('n'));
    const first = await getDocs(even);
    expect(first.docs.map(({ id }) => id)).toStrictEqual(['p0', 'p2', 'p4']);
    const [head] = first.docs;
    const rest = await getDocs(query(even, startAfter(head)));
    expect(rest.docs.map(({ id }) => id)).toStrictEqual(['p2', 'p4']);
    const named = query(collection(db, 'pages'), where(documentId(), 'in', ['p1', 'p5']));
    expect((await getDocs(named)).size).toBe(2);
  });

  it('counts, sums and averages', async () => {
    await addDoc(collection(db, 'sums'), { n: 1 });
    await addDoc(collection(db, 'sums'), { n: 2.5 });
    const numbers = collection(db, 'sums');
    expect((await getCount(numbers)).data().count).toBe(2);
    const both = await getAggregate(numbers, { total: sum('n'), mean: average('n') });
    expect(both.data()).toStrictEqual({ total: 3.5, mean: 1.75 });
  });

  it('runs a transaction over what it reads', async () => {
    const target = doc(db, 'counters/one');
    await setDoc(target, { n: 0 });
    const add = () =>
      runTransaction(db, async (transaction) => {
        const { n } = (await transaction.get(target)).data() as { n: number };
        transaction.update(target, { n: n + 1 });
      });
    await add();
    await add();
    expect((await getDoc(target)).data()).toStrictEqual({ n: 2 });
  });
});

describe.each(Object.entries(allLiteCases))('%s of the Lite SDK, over REST,', (_subject, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    async (_name, each) => {
      await expect(runLiteCase(running.port, each)).resolves.toBeUndefined();
    },
    30_000,
  );
});
