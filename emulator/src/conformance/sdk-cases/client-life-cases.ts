import {
  collection,
  disableNetwork,
  doc,
  enableNetwork,
  type FirestoreError,
  getDoc,
  onSnapshot,
  runTransaction,
  setDoc,
  terminate,
  waitForPendingWrites,
} from 'firebase/firestore';
import { Events } from './events.ts';
import { type SdkCase, same, throwsWith } from './sdk-case.ts';

/** The timer after which the SDK closes a stream that nobody uses. */
const idleAfterMs = 60_000;

/** Lets `act` run while the timers of idle streams wait to be set off by hand. */
async function withIdleTimers(act: (goIdle: () => Promise<void>) => Promise<void>): Promise<void> {
  const plain = globalThis.setTimeout;
  const due = new Events<() => void>();
  const held = (...[handler, delay, ...rest]: Parameters<typeof setTimeout>) => {
    if (delay === idleAfterMs) due.push(() => plain(handler, 0, ...rest));
    return plain(handler, delay, ...rest);
  };
  globalThis.setTimeout = Object.assign(held, plain);
  try {
    await act(async () => (await due.next())());
  } finally {
    globalThis.setTimeout = plain;
  }
}

export const clientLifeCases: readonly SdkCase[] = [
  {
    name: 'keeps what is written offline until it is back',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      await disableNetwork(db);
      await Promise.all([setDoc(target, { a: 1 }), enableNetwork(db)]);
      same((await getDoc(target)).data(), { a: 1 });
    },
  },
  {
    name: 'waits for what it has still to write, and for nothing when there is nothing',
    run: async ({ keep, room }) => {
      const db = keep();
      await disableNetwork(db);
      await waitForPendingWrites(db);
      const order = new Events<string>();
      const written = setDoc(doc(db, room, 'a'), { a: 1 }).then(() => order.push('written'));
      const waited = waitForPendingWrites(db).then(() => order.push('waited'));
      same(order.waiting, 0);
      await enableNetwork(db);
      await Promise.all([written, waited]);
      same([await order.next(), await order.next()].sort(), ['waited', 'written']);
    },
  },
  {
    name: 'may be told twice that it is online or offline',
    run: async ({ keep, room }) => {
      const db = keep();
      for (const tell of [enableNetwork, enableNetwork, disableNetwork, disableNetwork, enableNetwork])
        await tell(db);
      await setDoc(doc(db, room, 'a'), { a: 1 });
      same((await getDoc(doc(db, room, 'a'))).metadata.fromCache, false);
    },
  },
  {
    name: 'writes and listens again after its streams were closed because nobody used them',
    run: async ({ connect, room }) => {
      const db = connect();
      const target = doc(db, room, 'a');
      await withIdleTimers(async (goIdle) => {
        await setDoc(target, { n: 1 });
        await goIdle();
        await setDoc(target, { n: 2 });
        for (const n of [2, 2]) {
          const events = new Events<unknown>();
          const stop = onSnapshot(
            target,
            { includeMetadataChanges: true },
            (snapshot) => {
              if (!snapshot.metadata.fromCache) events.push(snapshot.get('n'));
            },
            events.fail,
          );
          same(await events.next(), n);
          stop();
          await goIdle();
        }
      });
    },
  },
  {
    name: 'refuses everything once it is terminated, which ends its listeners',
    run: async ({ keep, room }) => {
      const db = keep();
      const target = doc(db, room, 'a');
      const seen = new Events<unknown>();
      const ended = new Events<FirestoreError>();
      const stop = onSnapshot(target, seen.push, ended.push);
      await seen.next();
      await terminate(db);
      await terminate(db);
      same((await ended.next()).message, 'Firestore shutting down');
      stop();
      stop();
      await throwsWith('failed-precondition', () => disableNetwork(db));
      await throwsWith('failed-precondition', () => setDoc(target, {}));
    },
  },
  {
    name: 'leaves its place to another, who writes and reads',
    run: async ({ keep, restart, room }) => {
      const db = keep();
      await setDoc(doc(db, room, 'a'), { a: 1 });
      const next = await restart(db);
      await setDoc(doc(next, room, 'a'), { b: 1 });
      same((await getDoc(doc(next, room, 'a'))).data(), { b: 1 });
    },
  },
  {
    name: 'can be terminated while it writes, reads, listens and transacts',
    run: async ({ keep, db: other, room }) => {
      const db = keep();
      onSnapshot(
        collection(db, room),
        () => {},
        () => {},
      );
      const begun = [
        setDoc(doc(db, room, 'a'), { a: 1 }),
        getDoc(doc(db, room, 'b')),
        runTransaction(db, (transaction) => transaction.get(doc(db, room, 'c'))),
      ];
      for (const each of begun) each.catch(() => {});
      await terminate(db);
      await setDoc(doc(other, room, 'after'), {});
      same((await getDoc(doc(other, room, 'after'))).exists(), true);
    },
  },
  {
    name: 'commits a transaction that neither reads nor writes',
    run: async ({ keep }) => {
      same(await runTransaction(keep(), async () => 'nothing'), 'nothing');
    },
  },
];
