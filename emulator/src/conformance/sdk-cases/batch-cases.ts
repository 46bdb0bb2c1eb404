import {
  collection,
  doc,
  FieldPath,
  type Firestore,
  getDoc,
  onSnapshot,
  type QuerySnapshot,
  serverTimestamp,
  setDoc,
  Timestamp,
  writeBatch,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { failureOf, matches } from './failure.ts';
import { type SdkCase, same } from './sdk-case.ts';
import { WatchedDocument } from './watched-document.ts';

/** The collection of a case under a listener that is told of metadata too; it was empty when this resolves. */
async function watchRoom(db: Firestore, room: string) {
  const events = new Events<QuerySnapshot>();
  const stop = onSnapshot(collection(db, room), { includeMetadataChanges: true }, events.push, events.fail);
  same((await events.next()).size, 0);
  return { events, stop };
}

const told = (snapshot: QuerySnapshot) => ({
  data: snapshot.docs.map((each) => each.data()),
  pending: snapshot.metadata.hasPendingWrites,
});

export const batchCases: readonly SdkCase[] = [
  {
    name: 'may be empty',
    run: ({ keep }) => writeBatch(keep()).commit(),
  },
  {
    name: 'sets, merges, updates inside and deletes',
    run: async ({ keep, room }) => {
      const db = keep();
      const [target, other] = [doc(db, room, 'a'), doc(db, room, 'b')];
      await setDoc(other, { foo: 'bar' });
      await writeBatch(db)
        .set(target, { a: 'b', nested: { a: 'b' } }, { merge: true })
        .set(target, { c: 'd', nested: { c: 'd' } }, { merge: true })
        .update(target, 'nested.a', 'e', new FieldPath('is.admin'), true)
        .update(other, { baz: 42 })
        .commit();
      same((await getDoc(target)).data(), { a: 'b', c: 'd', nested: { a: 'e', c: 'd' }, 'is.admin': true });
      same((await getDoc(other)).data(), { foo: 'bar', baz: 42 });
      await writeBatch(db).delete(target).delete(other).commit();
      same([(await getDoc(target)).exists(), (await getDoc(other)).exists()], [false, false]);
    },
  },
  {
    name: 'is told of as one, pending and then stored',
    run: async ({ keep, room }) => {
      const db = keep();
      const { events, stop } = await watchRoom(db, room);
      await writeBatch(db)
        .set(doc(db, room, 'a'), { a: 1 })
        .set(doc(db, room, 'b'), { b: 2 })
        .commit();
      const data = [{ a: 1 }, { b: 2 }];
      same(told(await events.next()), { data, pending: true });
      same(told(await events.next()), { data, pending: false });
      await setDoc(doc(db, room, 'c'), {});
      same(told(await events.next()), { data: [...data, {}], pending: true });
      stop();
    },
  },
  {
    name: 'is taken back as one when one of its writes is refused, and says which',
    run: async ({ keep, room }) => {
      const db = keep();
      const { events, stop } = await watchRoom(db, room);
      const failure = failureOf(
        writeBatch(db)
          .set(doc(db, room, 'a'), { a: 1 })
          .update(doc(db, room, 'b'), { b: 2 })
          .commit(),
      );
      same(told(await events.next()), { data: [{ a: 1 }], pending: true });
      same(told(await events.next()), { data: [], pending: false });
      const { code, message } = await failure;
      same(code, 'not-found');
      matches(message, /no (document|entity) to update/i);
      stop();
    },
  },
  {
    name: 'has one time of the server',
    run: async ({ keep, room }) => {
      const db = keep();
      const { events, stop } = await watchRoom(db, room);
      const batch = writeBatch(db);
      for (const id of ['a', 'b']) batch.set(doc(db, room, id), { when: serverTimestamp() });
      const committed = batch.commit();
      same(told(await events.next()), { data: [{ when: null }, { when: null }], pending: true });
      const stored = await events.next();
      const when = stored.docs[0]?.get('when');
      same(when instanceof Timestamp, true);
      same(told(stored), { data: [{ when }, { when }], pending: false });
      same(
        stored.docChanges({ includeMetadataChanges: true }).map(({ type }) => type),
        ['modified', 'modified'],
      );
      await committed;
      stop();
    },
  },
  {
    name: 'may write one document several times',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'd');
      const watched = await WatchedDocument.open(target);
      await writeBatch(db)
        .delete(target)
        .set(target, { a: 1, b: 1, when: 'when' })
        .update(target, { b: 2, when: serverTimestamp() })
        .commit();
      same((await watched.pending()).data(), { a: 1, b: 2, when: null });
      const stored = await watched.settled();
      const when = stored.get('when');
      same(when instanceof Timestamp, true);
      same(stored.data(), { a: 1, b: 2, when });
      watched.stop();
    },
  },
  {
    name: 'takes converted documents, and nothing once it is committed',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'd').withConverter({
        toFirestore: ({ title }: { title: string }) => ({ stored: title }),
        fromFirestore: (snapshot) => ({ title: `${snapshot.get('stored')}!` }),
      });
      const batch = writeBatch(db).set(target, { title: 'x' });
      await batch.commit();
      same((await getDoc(target)).data(), { title: 'x!' });
      matches(
        (await failureOf(Promise.resolve().then(() => batch.delete(target)))).message,
        /can no longer be used/,
      );
    },
  },
];
