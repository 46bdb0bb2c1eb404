import {
  clearIndexedDbPersistence,
  disableNetwork,
  doc,
  type Firestore,
  getDoc,
  getDocFromCache,
  setDoc,
  waitForPendingWrites,
} from 'firebase/firestore';
import { failsWith, type SdkCase, same, throwsWith } from './sdk-case.ts';

const cached = (db: Firestore, room: string) => getDocFromCache(doc(db, room, 'a'));

/** What only a cache on the device can do. */
export const deviceCases: readonly SdkCase[] = [
  {
    name: 'is there again after a restart, with what was read and written before',
    run: async ({ keep, restart, room }) => {
      const db = keep();
      await setDoc(doc(db, room, 'a'), { n: 1 });
      same((await cached(await restart(db), room)).data(), { n: 1 });
    },
  },
  {
    name: 'sends after a restart what was written offline before',
    run: async ({ db: other, keep, restart, room }) => {
      const db = keep();
      await disableNetwork(db);
      void setDoc(doc(db, room, 'a'), { n: 1 });
      same((await cached(db, room)).metadata.hasPendingWrites, true);
      const again = await restart(db);
      await waitForPendingWrites(again);
      const read = await getDoc(doc(again, room, 'a'));
      same([read.data(), read.metadata.hasPendingWrites], [{ n: 1 }, false]);
      same((await getDoc(doc(other, room, 'a'))).data(), { n: 1 });
    },
  },
  {
    name: 'is cleared before its client has begun, and not while that is at work',
    run: async ({ keep, restart, room }) => {
      const db = keep();
      await setDoc(doc(db, room, 'a'), { n: 1 });
      await throwsWith('failed-precondition', () => clearIndexedDbPersistence(db));
      const again = await restart(db);
      await clearIndexedDbPersistence(again);
      await failsWith('unavailable', cached(again, room));
      same((await getDoc(doc(again, room, 'a'))).data(), { n: 1 });
    },
  },
  {
    name: 'is cleared after its client has ended',
    run: async ({ keep, restart, room }) => {
      const db = keep();
      await setDoc(doc(db, room, 'a'), { n: 1 });
      const again = await restart(db);
      await clearIndexedDbPersistence(db);
      await failsWith('unavailable', cached(again, room));
    },
  },
];
