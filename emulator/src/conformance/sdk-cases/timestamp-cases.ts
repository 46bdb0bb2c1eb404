import {
  type DocumentSnapshot,
  disableNetwork,
  doc,
  enableNetwork,
  runTransaction,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from 'firebase/firestore';
import { failsWith, type SdkCase, same } from './sdk-case.ts';
import { WatchedDocument } from './watched-document.ts';

const times = () => ({ when: serverTimestamp(), deep: { when: serverTimestamp() } });

/** One time of the server in both places, not further from this clock than clocks are from each other. */
function sameTime(snapshot: DocumentSnapshot): void {
  const when = snapshot.get('when');
  if (!(when instanceof Timestamp)) throw new Error('the server has set no time');
  same(snapshot.data(), { a: 42, when, deep: { when } });
  same(Math.abs(when.toMillis() - Date.now()) < 60_000, true);
}

const untold = { a: 42, when: null, deep: { when: null } };
const previous = { serverTimestamps: 'previous' } as const;
const estimate = { serverTimestamps: 'estimate' } as const;

export const timestampCases: readonly SdkCase[] = [
  {
    name: 'is nothing until the server has set it, by set and by update',
    run: async ({ keep, room }) => {
      const db = keep();
      for (const way of ['set', 'update']) {
        const target = doc(db, room, way);
        if (way === 'update') await setDoc(target, { a: 42 });
        const watched = await WatchedDocument.open(target);
        await (way === 'update' ? updateDoc(target, times()) : setDoc(target, { a: 42, ...times() }));
        const pending = await watched.pending();
        same(pending.data(), untold);
        const when = pending.get('when', estimate);
        same(when instanceof Timestamp, true);
        same(pending.data(estimate), { a: 42, when, deep: { when } });
        sameTime(await watched.settled());
        watched.stop();
      }
    },
  },
  {
    name: 'is told only as the server has set it when a transaction asked for it',
    run: async ({ keep, room }) => {
      const db = keep();
      for (const way of ['set', 'update']) {
        const target = doc(db, room, way);
        if (way === 'update') await setDoc(target, { a: 42 });
        const watched = await WatchedDocument.open(target);
        await runTransaction(db, async (transaction) => {
          if (way === 'update') transaction.update(target, times());
          else transaction.set(target, { a: 42, ...times() });
        });
        sameTime(await watched.settled());
        watched.stop();
      }
    },
  },
  {
    name: 'shows before it what the server knew, or this client wrote since, of whatever type',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'd');
      await setDoc(target, { a: 42 });
      const watched = await WatchedDocument.open(target);
      await updateDoc(target, 'a', serverTimestamp());
      const pending = await watched.pending();
      same([pending.get('a'), pending.get('a', previous)], [null, 42]);
      const first = (await watched.settled()).get('a');
      same(first instanceof Timestamp, true);

      await disableNetwork(db);
      const written = [
        updateDoc(target, 'a', serverTimestamp()),
        updateDoc(target, 'a', serverTimestamp(), 'b', 1),
        updateDoc(target, 'a', 1337),
        updateDoc(target, 'a', serverTimestamp()),
      ];
      const seen: unknown[] = [];
      for (const _ of written) seen.push((await watched.until(true)).get('a', previous));
      same(seen, [first, first, 1337, 1337]);
      await enableNetwork(db);
      await Promise.all(written);
      const last = await watched.until(false);
      same([last.get('a') instanceof Timestamp, last.get('b')], [true, 1]);
      watched.stop();
    },
  },
  {
    name: 'is not set in what is not there',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'missing');
      await failsWith('not-found', updateDoc(target, times()));
      await failsWith(
        'not-found',
        runTransaction(db, async (transaction) => void transaction.update(target, times())),
      );
    },
  },
];
