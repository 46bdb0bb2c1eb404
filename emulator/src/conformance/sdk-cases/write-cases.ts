import {
  arrayRemove,
  arrayUnion,
  Bytes,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  GeoPoint,
  getDoc,
  increment,
  onSnapshot,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  vector,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

export const writeCases: readonly SdkCase[] = [
  {
    name: 'stores every type of value as it is',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'all');
      const data = {
        text: 'é 🚣',
        whole: 42,
        most: Number.MAX_SAFE_INTEGER,
        half: 0.5,
        endless: Number.NEGATIVE_INFINITY,
        yes: true,
        none: null,
        at: new Timestamp(1_790_000_000, 123_456_000),
        near: new GeoPoint(1.5, -2),
        bytes: Bytes.fromUint8Array(new Uint8Array([0, 255])),
        other: doc(db, room, 'other'),
        list: [1, { in: ['a map'] }],
        deep: { er: {} },
        embedding: vector([1, 2.5]),
      };
      await setDoc(target, data);
      const read = (await getDoc(target)).data() ?? {};
      same(read.other.path, data.other.path);
      same(read.embedding.toArray(), [1, 2.5]);
      const plain = ({ other: _, embedding: __, ...rest }: Record<string, unknown>) => rest;
      same(plain(read), plain(data));
    },
  },
  {
    name: 'merges: named fields only, and a deleted one is gone',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { a: { b: 1, c: 2 }, d: 3, e: 4 });
      await setDoc(target, { a: { b: 9 }, d: deleteField() }, { merge: true });
      same((await getDoc(target)).data(), { a: { b: 9, c: 2 }, e: 4 });
      await setDoc(target, { a: { b: 1 }, e: 5 }, { mergeFields: ['e'] });
      same((await getDoc(target)).data(), { a: { b: 9, c: 2 }, e: 5 });
      await updateDoc(target, { 'a.c': deleteField(), 'x.y': 1 });
      await updateDoc(target, new FieldPath('odd.name'), 1);
      same((await getDoc(target)).data(), { a: { b: 9 }, e: 5, x: { y: 1 }, 'odd.name': 1 });
      await setDoc(target, {});
      same((await getDoc(target)).data(), {});
    },
  },
  {
    name: 'adds to numbers, and takes what is no number for nothing',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'n');
      await setDoc(target, { whole: 1, half: 0.5, text: 'x' });
      await updateDoc(target, {
        whole: increment(2),
        half: increment(1),
        text: increment(3),
        fresh: increment(-4),
      });
      await updateDoc(target, { whole: increment(0.5) });
      same((await getDoc(target)).data(), { whole: 3.5, half: 1.5, text: 3, fresh: -4 });
    },
  },
  {
    name: 'adds to lists what they lack, and takes out every one',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'l');
      await setDoc(target, { list: [1, { a: 1 }, 1], text: 'x' });
      await updateDoc(target, {
        list: arrayUnion({ a: 1 }, 2, 2),
        text: arrayUnion('y'),
        fresh: arrayRemove(1),
      });
      same((await getDoc(target)).data(), { list: [1, { a: 1 }, 1, 2], text: ['y'], fresh: [] });
      await updateDoc(target, { list: arrayRemove(1, { a: 1 }) });
      same((await getDoc(target)).get('list'), [2]);
    },
  },
  {
    name: 'estimates a server timestamp until the server has set it, one for a whole batch',
    run: async ({ db, room }) => {
      const target = doc(db, room, 't');
      await setDoc(target, { at: 'before' });
      const events = new Events<ReturnType<typeof see>>();
      const see = (snapshot: Awaited<ReturnType<typeof getDoc>>) => ({
        pending: snapshot.metadata.hasPendingWrites,
        none: snapshot.get('at') as unknown,
        previous: snapshot.get('at', { serverTimestamps: 'previous' }) as unknown,
        estimate: snapshot.get('at', { serverTimestamps: 'estimate' }) as unknown,
      });
      const stop = onSnapshot(target, (snapshot) => events.push(see(snapshot)), events.fail);
      same((await events.next()).none, 'before');
      const began = Date.now();
      const batch = writeBatch(db);
      batch.update(target, { at: serverTimestamp() });
      batch.set(doc(db, room, 'u'), { deep: { at: serverTimestamp() } });
      await batch.commit();
      const pending = await events.next();
      same([pending.pending, pending.none, pending.previous], [true, null, 'before']);
      same(pending.estimate instanceof Timestamp, true);
      const settled = await events.until(({ pending: still }) => !still);
      const at = settled.none;
      if (!(at instanceof Timestamp)) throw new Error('the server has set no timestamp');
      same(Math.abs(at.toMillis() - began) < 60_000, true);
      same((await getDoc(doc(db, room, 'u'))).get('deep.at'), at);
      stop();
    },
  },
  {
    name: 'refuses the whole batch for one write, and puts back what it showed',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'kept');
      await setDoc(target, { n: 1 });
      const events = new Events<unknown>();
      const stop = onSnapshot(target, (snapshot) => events.push(snapshot.get('n')), events.fail);
      same(await events.next(), 1);
      const batch = writeBatch(db);
      batch.set(target, { n: 2 });
      batch.update(doc(db, room, 'missing'), { n: 2 });
      const refused = failsWith('not-found', batch.commit());
      same(await events.next(), 2);
      await refused;
      same(await events.next(), 1);
      stop();
    },
  },
  {
    name: 'takes a delete of what is missing, and refuses an update of it',
    run: async ({ db, room }) => {
      await deleteDoc(doc(db, room, 'missing'));
      await failsWith('not-found', updateDoc(doc(db, room, 'missing'), { a: 1 }));
      same((await getDoc(doc(db, room, 'missing'))).exists(), false);
    },
  },
  {
    name: 'applies many writes of one document in their order',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'busy');
      await Promise.all([
        setDoc(target, { n: 0 }),
        ...Array.from({ length: 30 }, (_, n) => updateDoc(target, { n: increment(1), [`f${n}`]: n })),
      ]);
      const read = (await getDoc(target)).data() ?? {};
      same([read.n, Object.keys(read).length], [30, 31]);
    },
  },
  {
    name: 'carries half a megabyte, and five hundred writes at once',
    run: async ({ db, room }) => {
      const text = 'ä'.repeat(250_000);
      await setDoc(doc(db, room, 'large'), { text });
      same((await getDoc(doc(db, room, 'large'))).get('text') === text, true);
      const batch = writeBatch(db);
      for (let n = 0; n < 500; n += 1) batch.set(doc(db, room, `many-${n}`), { n });
      await batch.commit();
      same((await getDoc(doc(db, room, 'many-499'))).get('n'), 499);
    },
  },
];
