import type { Firestore } from 'firebase/firestore';
import {
  clearIndexedDbPersistence,
  connectFirestoreEmulator,
  disableNetwork,
  enableNetwork,
  initializeFirestore,
  memoryLocalCache,
  persistentLocalCache,
  persistentMultipleTabManager,
  setLogLevel,
  terminate,
} from 'firebase/firestore';
import { emulators, firebaseApp } from './app.ts';

let instance: Firestore | undefined;

/** Private windows of some browsers have the name but not the thing. */
const hasIndexedDb = () => {
  try {
    return typeof indexedDB !== 'undefined' && indexedDB !== null;
  } catch {
    return false;
  }
};

/**
 * Firestore, after startFirebase (so on every screen behind sign-in). What was read and what waits to be sent is kept
 * in IndexedDB, shared by all tabs, and survives a reload without a network; where there is none, in memory.
 */
export const firestore = (): Firestore => {
  if (instance) return instance;
  // Its warnings repeat the refused request, and with it what a person wrote.
  setLogLevel('error');
  instance = initializeFirestore(firebaseApp(), {
    localCache: hasIndexedDb()
      ? persistentLocalCache({ tabManager: persistentMultipleTabManager() })
      : memoryLocalCache(),
    ignoreUndefinedProperties: false,
  });
  const local = emulators();
  if (local) connectFirestoreEmulator(instance, local.firestore.host, local.firestore.port);
  return instance;
};

/**
 * Closes Firestore and deletes its data on this device, so that the next person at this browser finds nothing. This also
 * closes Firestore in other tabs. Waits as long as a sleeping tab holds the database open.
 */
export const forgetFirestore = async (): Promise<void> => {
  const closing = firestore();
  await terminate(closing);
  instance = undefined;
  await clearIndexedDbPersistence(closing);
};

/** Reconnects at once instead of after the SDK's growing pauses. Listeners continue where they were. */
export const reconnectFirestore = async (): Promise<void> => {
  const connected = firestore();
  try {
    await disableNetwork(connected);
    await enableNetwork(connected);
  } catch {
    // Firestore was closed by a sign-out in another tab, so no connection is needed any more.
  }
};
