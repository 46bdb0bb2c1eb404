import {
  addDoc,
  collection,
  type DocumentData,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  getDocs,
  limit,
  limitToLast,
  onSnapshot,
  orderBy,
  type Query,
  type QuerySnapshot,
  query,
  setDoc,
  terminate,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { fill } from './fill.ts';
import { type SdkCase, type SdkWorld, same } from './sdk-case.ts';

const told = (snapshot: QuerySnapshot) => ({
  ids: snapshot.docs.map(({ id }) => id).join(),
  changes: snapshot.docChanges().map(({ type, doc: { id }, oldIndex, newIndex }) => {
    return `${type} ${id} ${oldIndex}>${newIndex}`;
  }),
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

const idsAlone = (snapshot: QuerySnapshot) => snapshot.docs.map(({ id }) => id).join();

/** Listens as `tell` puts it; `metadata`: to changes of metadata too. */
function watch<Told>(target: Query, tell: (snapshot: QuerySnapshot) => Told, metadata = false) {
  const events = new Events<Told>();
  const stop = onSnapshot(
    target,
    { includeMetadataChanges: metadata },
    (snapshot) => events.push(tell(snapshot)),
    events.fail,
  );
  return { events, stop };
}

/** Documents that another client has written, for one that keeps what it reads. */
async function kept(world: SdkWorld, documents: Readonly<Record<string, DocumentData>>) {
  const other = await fill(world.connect(), world.room, documents);
  const db = world.keep();
  return { db, all: collection(db, world.room), other };
}

const numbers = { a: { n: 0 }, b: { n: 1 }, c: { n: 1 }, d: { n: 2 } };

export const watchedQueryCases: readonly SdkCase[] = [
  {
    name: 'is whole and from the server in its first word, and follows the network down and up',
    run: async (world) => {
      const { db, all } = await kept(world, { a: { n: 1 } });
      const { events, stop } = watch(all, told, true);
      const fresh = { ids: 'a', changes: ['added a -1>0'], cached: false, pending: false };
      same(await events.next(), fresh);
      await disableNetwork(db);
      same(await events.next(), { ...fresh, changes: [], cached: true });
      await enableNetwork(db);
      same(await events.next(), { ...fresh, changes: [] });
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells of each change once, with the places that it left and took, to whom metadata are nothing',
    run: async (world) => {
      const { all } = await kept(world, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
      const { events, stop } = watch(query(all, orderBy('n')), told);
      same((await events.next()).changes, ['added a -1>0', 'added b -1>1', 'added c -1>2']);
      await setDoc(doc(all, 'b'), { n: 4 });
      same((await events.next()).changes, ['modified b 1>2']);
      await deleteDoc(doc(all, 'c'));
      same((await events.next()).changes, ['removed c 1>-1']);
      await setDoc(doc(all, 'c'), { n: 0 });
      same((await events.next()).changes, ['added c -1>0']);
      await getDocs(all);
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells of a write twice to one listener and once to another, of the same documents',
    run: async (world) => {
      const { all } = await kept(world, { a: { n: 1 }, b: { n: 2 } });
      const plain = watch(all, told);
      const full = watch(all, told, true);
      same((await plain.events.next()).ids, 'a,b');
      same((await full.events.until(({ cached }) => !cached)).ids, 'a,b');
      await setDoc(doc(all, 'a'), { n: 9 });
      const first = { ids: 'a,b', changes: ['modified a 0>0'], cached: false, pending: true };
      same(await full.events.next(), first);
      same(await full.events.next(), { ...first, changes: [], pending: false });
      same(await plain.events.next(), first);
      plain.stop();
      full.stop();
      same([plain.events.waiting, full.events.waiting], [0, 0]);
    },
  },
  {
    name: 'counts a document whose metadata alone changed among the changes when it is asked for those',
    run: async (world) => {
      const { all } = await kept(world, { a: { n: 1 } });
      const { events, stop } = watch(
        all,
        (snapshot) => [
          snapshot.docChanges().map((each) => each.doc.data()),
          snapshot.docChanges({ includeMetadataChanges: true }).map((each) => each.doc.data()),
        ],
        true,
      );
      same(await events.next(), [[{ n: 1 }], [{ n: 1 }]]);
      await setDoc(doc(all, 'a'), { n: 2 });
      same(await events.next(), [[{ n: 2 }], [{ n: 2 }]]);
      same(await events.next(), [[], [{ n: 2 }]]);
      stop();
    },
  },
  {
    name: 'is answered from what another listener has, and then by the server',
    run: async (world) => {
      const { all } = await kept(world, {
        a: { key: 1, open: true },
        b: { key: 2, open: true },
        c: { key: 3, open: false },
      });
      const first = watch(query(all, where('key', '<', 3)), told);
      same((await first.events.next()).ids, 'a,b');
      const second = watch(query(all, where('open', '==', true)), told, true);
      const cached = { ids: 'a,b', changes: ['added a -1>0', 'added b -1>1'], cached: true, pending: false };
      same(await second.events.next(), cached);
      same(await second.events.next(), { ...cached, changes: [], cached: false });
      first.stop();
      second.stop();
      same([first.events.waiting, second.events.waiting], [0, 0]);
    },
  },
  {
    name: 'serves a limit and its mirror image from one answer, ended and begun again',
    run: async (world) => {
      const { all } = await kept(world, numbers);
      const up = query(all, orderBy('n'), limit(2));
      const down = query(all, orderBy('n', 'desc'), limitToLast(2));
      const first = watch(up, idsAlone);
      let last = watch(down, idsAlone);
      same([await first.events.next(), await last.events.next()], ['a,b', 'b,a']);
      first.stop();
      const again = watch(up, idsAlone);
      same(await again.events.next(), 'a,b');
      await setDoc(doc(all, 'e'), { n: -1 });
      same([await again.events.next(), await last.events.next()], ['e,a', 'a,e']);
      last.stop();
      await updateDoc(doc(all, 'a'), { n: -2 });
      last = watch(down, idsAlone);
      same([await again.events.next(), await last.events.next()], ['a,e', 'e,a']);
      again.stop();
      last.stop();
      same([again.events.waiting, last.events.waiting], [0, 0]);
    },
  },
  {
    name: 'moves the last of an order when something comes in behind it, whoever wrote',
    run: async (world) => {
      const { all, other } = await kept(world, numbers);
      const { events, stop } = watch(query(all, orderBy('n', 'desc'), limitToLast(2)), idsAlone);
      same(await events.next(), 'b,a');
      const { id } = await addDoc(all, { n: -1 });
      same(await events.next(), `a,${id}`);
      await deleteDoc(doc(other, 'a'));
      same(await events.until((now) => !now.startsWith('a,')), `b,${id}`);
      stop();
    },
  },
  {
    name: 'is told of a write that was made while the network came back',
    run: async ({ keep, room }) => {
      const db = keep();
      const all = collection(db, room);
      const { events, stop } = watch(all, told, true);
      await disableNetwork(db);
      const written = addDoc(all, { n: 1 });
      await enableNetwork(db);
      const settled = await events.until(({ ids, cached, pending }) => ids !== '' && !cached && !pending);
      same(settled.ids, (await written).id);
      stop();
    },
  },
  {
    name: 'without documents is answered from the cache when it was answered before',
    run: async ({ keep, room }) => {
      const all = collection(keep(), room);
      const before = await getDocs(all);
      same([before.size, before.metadata.fromCache], [0, false]);
      const { events, stop } = watch(all, told, true);
      same(await events.next(), { ids: '', changes: [], cached: true, pending: false });
      same(await events.next(), { ids: '', changes: [], cached: false, pending: false });
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'that has lost its last document is answered from the cache, empty',
    run: async (world) => {
      const { all } = await kept(world, { a: { n: 1 } });
      same((await getDocs(all)).size, 1);
      void deleteDoc(doc(all, 'a'));
      const { events, stop } = watch(all, told);
      same(await events.next(), { ids: '', changes: [], cached: true, pending: false });
      stop();
    },
  },
  {
    name: 'carries any text that UTF-8 can, of one byte a character and of four',
    run: async (world) => {
      let text = '';
      for (let unit = 1; unit <= 0xffff; unit += 7) text += String.fromCharCode(unit);
      text += '😀'.repeat(1000);
      // Half of a pair alone is no character: it becomes a sign for that.
      const carried = new TextDecoder().decode(new TextEncoder().encode(text));
      const { all } = await kept(world, { a: { text: carried } });
      const [only] = (await getDocs(all)).docs;
      same(only?.get('text') === carried, true);
    },
  },
  {
    name: 'of a page of many documents of all sizes is answered each time that it is asked',
    run: async ({ connect, room }) => {
      const writer = connect();
      // Sizes without a pattern, up to a few kilobytes, a third of them nothing.
      const sizeOf = (n: number) => (n % 3 === 0 ? 0 : (n * 7919) % 5003);
      for (let start = 1; start <= 573; start += 200) {
        const batch = writeBatch(writer);
        for (let n = start; n < start + 200 && n <= 573; n += 1) {
          batch.set(doc(writer, room, `${n}`), { n, data: '0'.repeat(sizeOf(n)) });
        }
        await batch.commit();
      }
      for (let round = 0; round < 5; round += 1) {
        const reader = connect();
        const page = await getDocs(query(collection(reader, room), orderBy('n'), limit(127)));
        same([page.size, page.docs.at(-1)?.get('n')], [127, 127]);
        await terminate(reader);
      }
    },
  },
];
