import {
  collection,
  type DocumentReference,
  type DocumentSnapshot,
  deleteDoc,
  doc,
  getDocs,
  onSnapshot,
  onSnapshotsInSync,
  runTransaction,
  setDoc,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failsWith, type SdkCase, same } from './sdk-case.ts';

const told = (snapshot: DocumentSnapshot) => ({
  data: snapshot.data() ?? null,
  cached: snapshot.metadata.fromCache,
  pending: snapshot.metadata.hasPendingWrites,
});

function watch(target: DocumentReference, includeMetadataChanges: boolean) {
  const events = new Events<ReturnType<typeof told>>();
  const stop = onSnapshot(
    target,
    { includeMetadataChanges },
    (snapshot) => events.push(told(snapshot)),
    events.fail,
  );
  return { events, stop };
}

const missing = { data: null, cached: false, pending: false };

/** What a watcher of one document is told, event by event, by a client that has seen nothing before. */
export const documentListenCases: readonly SdkCase[] = [
  {
    name: 'tells once that a document is missing, and twice that it was added',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const { events, stop } = watch(target, true);
      same(await events.next(), missing);
      same(events.waiting, 0);
      const written = setDoc(target, { a: 1 });
      same(await events.next(), { data: { a: 1 }, cached: false, pending: true });
      same(await events.next(), { data: { a: 1 }, cached: false, pending: false });
      await written;
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells twice of a change, and once of a deletion',
    run: async ({ db, keep, room }) => {
      await setDoc(doc(db, room, 'a'), { a: 1 });
      const target = doc(keep(), room, 'a');
      const { events, stop } = watch(target, true);
      same(await events.next(), { data: { a: 1 }, cached: false, pending: false });
      const written = setDoc(target, { b: 2 });
      same(await events.next(), { data: { b: 2 }, cached: false, pending: true });
      same(await events.next(), { data: { b: 2 }, cached: false, pending: false });
      await written;
      await deleteDoc(target);
      same(await events.next(), missing);
      // What another client does comes after everything that was due.
      await setDoc(doc(db, room, 'a'), { c: 3 });
      same(await events.next(), { data: { c: 3 }, cached: false, pending: false });
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'tells of data alone when nobody asks for metadata',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const { events, stop } = watch(target, false);
      same((await events.next()).data, null);
      await setDoc(target, { a: 1 });
      await setDoc(target, { b: 1 });
      same([(await events.next()).data, (await events.next()).data], [{ a: 1 }, { b: 1 }]);
      stop();
      same(events.waiting, 0);
    },
  },
  {
    name: 'can be begun again from what it tells',
    run: async ({ keep, room }) => {
      const target = doc(keep(), room, 'a');
      const events = new Events<string>();
      await setDoc(target, { a: 1 });
      const stops: (() => void)[] = [];
      stops.push(
        onSnapshot(target, () => {
          events.push('outer');
          if (stops.length < 2) stops.push(onSnapshot(target, () => events.push('inner')));
        }),
      );
      same([await events.next(), await events.next()], ['outer', 'inner']);
      for (const stop of stops) stop();
    },
  },
  {
    name: 'sees what a transaction of its own client wrote, from the server',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      const { events, stop } = watch(target, true);
      same(await events.next(), missing);
      await runTransaction(db, async (transaction) => void transaction.set(target, { value: 'done' }));
      same(await events.next(), { data: { value: 'done' }, cached: false, pending: false });
      stop();
    },
  },
  {
    name: 'is refused below a reserved id each time it is asked for, and so is a read',
    run: async ({ keep, room }) => {
      const db = keep();
      const bad = collection(db, room, '__bad__', 'under');
      const refused = async () => {
        const events = new Events<unknown>();
        onSnapshot(bad, events.push, events.fail);
        await failsWith('invalid-argument', events.next());
      };
      await refused();
      await refused();
      await failsWith('invalid-argument', getDocs(bad));
      await failsWith('invalid-argument', getDocs(bad));
      same((await getDocs(collection(db, room))).size, 0);
    },
  },
  {
    name: 'is in step before a change is told, and again right after',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      await setDoc(target, { a: 1 });
      const events = new Events<string>();
      const stop = onSnapshot(target, () => events.push('told'), events.fail);
      same(await events.next(), 'told');
      const stopSync = onSnapshotsInSync(db, () => events.push('in step'));
      same(await events.next(), 'in step');
      await setDoc(target, { a: 3 });
      same([await events.next(), await events.next()], ['told', 'in step']);
      stop();
      stopSync();
    },
  },
];
