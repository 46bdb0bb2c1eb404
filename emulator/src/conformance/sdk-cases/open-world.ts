import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  type FirestoreLocalCache,
  type FirestoreSettings,
  initializeFirestore,
  memoryLocalCache,
  memoryLruGarbageCollector,
} from 'firebase/firestore';
import type { SdkCase, SdkWorld } from './sdk-case.ts';

const projectId = 'demo-sdk-cases';
let made = 0;

export interface SdkClient {
  readonly db: Firestore;
  /** Ends the client with everything it holds. */
  close(): Promise<void>;
}

/** Which client: two of one name share what their caches keep on the device. */
export interface ClientIdentity {
  /** Of its app; one that nobody else has when it is not given. */
  readonly name?: string;
  readonly database?: string;
}

/** A client of its own. */
export function openClient(
  port: number,
  settings: FirestoreSettings = {},
  { name, database = '(default)' }: ClientIdentity = {},
): SdkClient {
  made += 1;
  const app = initializeApp({ projectId, apiKey: 'local' }, name ?? `client-${made}`);
  const db = initializeFirestore(app, settings, database);
  connectFirestoreEmulator(db, '127.0.0.1', port);
  return { db, close: () => deleteApp(app) };
}

/** How the clients of a case differ from plain ones. */
export interface WorldOptions {
  /** Settings that every client gets beside its own. */
  readonly settings?: FirestoreSettings;
  /** The cache of a client that keeps what nobody listens to; it is in memory when this is not given. */
  readonly keptCache?: () => FirestoreLocalCache;
}

/**
 * Runs a case against the local Firestore at `port`. Rejects as the case does, after the clients that it opened are
 * ended.
 */
export async function runCase(
  port: number,
  { run }: SdkCase,
  shared: Firestore,
  { settings: common = {}, keptCache = inMemory }: WorldOptions = {},
): Promise<void> {
  made += 1;
  const clients = new Map<Firestore, SdkClient>();
  const open = (settings: FirestoreSettings, identity: ClientIdentity) => {
    const client = openClient(port, { ...common, ...settings }, identity);
    clients.set(client.db, client);
    return client.db;
  };
  const world: SdkWorld = {
    db: shared,
    room: `room-${made}-${Math.random().toString(36).slice(2)}`,
    connect: (settings = {}, database = '(default)') => open(settings, { database }),
    keep: (database = '(default)') => open({ localCache: keptCache() }, { database }),
    restart: async (db) => {
      const { name } = db.app;
      await clients.get(db)?.close();
      clients.delete(db);
      return open({ localCache: keptCache() }, { name });
    },
  };
  try {
    await run(world);
  } finally {
    await Promise.all([...clients.values()].map(({ close }) => close()));
  }
}

function inMemory(): FirestoreLocalCache {
  return memoryLocalCache({ garbageCollector: memoryLruGarbageCollector() });
}
