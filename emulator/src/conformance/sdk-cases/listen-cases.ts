import {
  collection,
  type DocumentSnapshot,
  deleteDoc,
  doc,
  endAt,
  getDocs,
  limit,
  limitToLast,
  onSnapshot,
  onSnapshotsInSync,
  orderBy,
  type Query,
  type QuerySnapshot,
  query,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const seen = (snapshot: QuerySnapshot) => ({
  ids: snapshot.docs.map(({ id }) => id),
  changes: snapshot
    .docChanges()
    .map(({ type, doc: { id }, oldIndex, newIndex }) => `${type} ${id} ${oldIndex}>${newIndex}`),
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

/** Listens to a query, with changes of metadata. */
function watch(target: Query) {
  const events = new Events<ReturnType<typeof seen>>();
  const stop = onSnapshot(
    target,
    { includeMetadataChanges: true },
    (snapshot) => events.push(seen(snapshot)),
    events.fail,
  );
  return { events, stop };
}

const told = (snapshot: DocumentSnapshot) => ({
  data: snapshot.data() ?? null,
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

export const listenCases: readonly SdkCase[] = [
  {
    name: 'tells of a write twice: pending at once, and again when the server has it',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      await setDoc(target, { n: 1 });
      const events = new Events<ReturnType<typeof told>>();
      const stop = onSnapshot(
        target,
        { includeMetadataChanges: true },
        (snapshot) => events.push(told(snapshot)),
        events.fail,
      );
      same(await events.until(({ cached }) => !cached), { data: { n: 1 }, cached: false, pending: false });
      const written = setDoc(target, { n: 2 });
      same(await events.next(), { data: { n: 2 }, cached: false, pending: true });
      same(await events.next(), { data: { n: 2 }, cached: false, pending: false });
      await written;
      await deleteDoc(target);
      same(await events.until(({ data }) => data === null), { data: null, cached: false, pending: false });
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells of a write once when nobody asked for changes of metadata',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'd');
      const events = new Events<unknown>();
      const stop = onSnapshot(target, (snapshot) => events.push(snapshot.data() ?? null), events.fail);
      same(await events.next(), null);
      await setDoc(target, { n: 1 });
      await setDoc(target, { n: 2 });
      same([await events.next(), await events.next()], [{ n: 1 }, { n: 2 }]);
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells once of a document that another client’s change took out of the query',
    run: async ({ db, room, connect }) => {
      await setDoc(doc(db, room, 'a'), { open: true });
      await setDoc(doc(db, room, 'b'), { open: true });
      const { events, stop } = watch(query(collection(db, room), where('open', '==', true)));
      await events.until(({ cached }) => !cached);
      await updateDoc(doc(connect(), room, 'a'), { open: false });
      same(await events.next(), { ids: ['b'], changes: ['removed a 0>-1'], cached: false, pending: false });
      await updateDoc(doc(connect(), room, 'b'), { open: null });
      same(await events.next(), { ids: [], changes: ['removed b 0>-1'], cached: false, pending: false });
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'says of each document where it was and where it is',
    run: async ({ db, room, connect }) => {
      const all = collection(db, room);
      const other = connect();
      const batch = writeBatch(other);
      for (const [id, n] of Object.entries({ a: 1, b: 2, c: 3 })) batch.set(doc(other, room, id), { n });
      await batch.commit();
      const { events, stop } = watch(query(all, orderBy('n')));
      const settled = () => events.until(({ cached, pending }) => !cached && !pending);
      same((await settled()).changes, ['added a -1>0', 'added b -1>1', 'added c -1>2']);
      await updateDoc(doc(all, 'a'), { n: 9 });
      same((await events.next()).changes, ['modified a 0>2']);
      same(await settled(), { ids: ['b', 'c', 'a'], changes: [], cached: false, pending: false });
      await deleteDoc(doc(all, 'c'));
      same((await events.next()).changes, ['removed c 1>-1']);
      stop();
    },
  },
  {
    name: 'lets a document leave a query that it no longer fits, whoever wrote',
    run: async ({ db, room, connect }) => {
      const all = collection(db, room);
      const other = collection(connect(), room);
      await setDoc(doc(other, 'a'), { open: true });
      const { events, stop } = watch(query(all, where('open', '==', true)));
      same((await events.until(({ cached }) => !cached)).ids, ['a']);
      // What left is not shown to who may only see the query's answer: the SDK looks by itself where it went.
      const change = async () => (await events.until(({ changes }) => changes.length > 0)).changes;
      await updateDoc(doc(other, 'a'), { open: false });
      same(await change(), ['removed a 0>-1']);
      await updateDoc(doc(other, 'a'), { open: true });
      same(await change(), ['added a -1>0']);
      await deleteDoc(doc(other, 'a'));
      same(await change(), ['removed a 0>-1']);
      stop();
    },
  },
  {
    name: 'fills a limit up when a document leaves it, at both ends of the same order',
    run: async ({ db, room, connect }) => {
      const all = collection(db, room);
      const other = collection(connect(), room);
      const batch = writeBatch(db);
      for (let n = 0; n < 5; n += 1) batch.set(doc(all, `d${n}`), { n });
      await batch.commit();
      const first = watch(query(all, orderBy('n'), limit(2)));
      const last = watch(query(all, orderBy('n', 'desc'), limitToLast(2)));
      const bounded = watch(query(all, orderBy('n'), endAt(3), limitToLast(2)));
      const at = (of: typeof first, ...ids: string[]) =>
        of.events.until((event) => !event.cached && !event.pending && event.ids.join() === ids.join());
      await at(first, 'd0', 'd1');
      await at(last, 'd1', 'd0');
      await at(bounded, 'd2', 'd3');
      await deleteDoc(doc(other, 'd1'));
      await at(first, 'd0', 'd2');
      await at(last, 'd2', 'd0');
      await setDoc(doc(other, 'd9'), { n: 2.5 });
      await at(bounded, 'd9', 'd3');
      await setDoc(doc(other, 'd8'), { n: -1 });
      await at(first, 'd8', 'd0');
      for (const { stop } of [first, last, bounded]) stop();
    },
  },
  {
    name: 'serves a second listener of the same query from the first',
    run: async ({ db, room }) => {
      const all = collection(db, room);
      await setDoc(doc(all, 'a'), {});
      const first = watch(query(all));
      await first.events.until(({ cached }) => !cached);
      const second = watch(query(all));
      same(await second.events.next(), {
        ids: ['a'],
        changes: ['added a -1>0'],
        cached: false,
        pending: false,
      });
      first.stop();
      await setDoc(doc(all, 'b'), {});
      same((await second.events.until(({ pending }) => !pending)).ids, ['a', 'b']);
      second.stop();
    },
  },
  {
    name: 'tells that all listeners are in step after each of them was told',
    run: async ({ db, room }) => {
      const target = doc(db, room, 'a');
      await setDoc(target, { n: 1 });
      const events = new Events<string>();
      const stop = onSnapshot(target, (snapshot) => events.push(`n ${snapshot.get('n')}`), events.fail);
      same(await events.next(), 'n 1');
      const stopSync = onSnapshotsInSync(db, () => events.push('in step'));
      same(await events.until((event) => event === 'in step'), 'in step');
      await setDoc(target, { n: 2 });
      same(await events.until((event) => event !== 'in step'), 'n 2');
      same(await events.next(), 'in step');
      stop();
      stopSync();
    },
  },
  {
    name: 'ends a listener whose query is refused, and no other',
    run: async ({ db, room }) => {
      const all = collection(db, room);
      const good = watch(query(all));
      await good.events.until(({ cached }) => !cached);
      const bad = watch(
        query(
          all,
          where(
            'n',
            'in',
            Array.from({ length: 31 }, (_, n) => n),
          ),
        ),
      );
      await failsWith('invalid-argument', bad.events.next());
      await setDoc(doc(all, 'a'), {});
      same((await good.events.until(({ pending }) => !pending)).ids.length, 1);
      good.stop();
    },
  },
  {
    name: 'holds fifty listeners on one connection',
    run: async ({ db, room, connect }) => {
      const other = connect();
      const watched = Array.from({ length: 50 }, (_, n) =>
        watch(query(collection(db, room), where('n', '==', n))),
      );
      await Promise.all(watched.map(({ events }) => events.until(({ cached }) => !cached)));
      const batch = writeBatch(other);
      for (let n = 0; n < 50; n += 1) batch.set(doc(other, room, `d${n}`), { n });
      await batch.commit();
      const found = await Promise.all(watched.map(({ events }) => events.next()));
      same(
        found.map(({ ids }) => ids.join()),
        Array.from({ length: 50 }, (_, n) => `d${n}`),
      );
      for (const { stop } of watched) stop();
      same((await getDocs(collection(db, room))).size, 50);
    },
  },
];
