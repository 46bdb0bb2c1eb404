import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  type FirestoreSettings,
  initializeFirestore,
} from 'firebase/firestore';
import type { SdkCase, SdkWorld } from './sdk-case.ts';

const projectId = 'demo-sdk-cases';
let made = 0;

/** A client of its own, and what ends it with everything it holds. */
export function openClient(
  port: number,
  settings: FirestoreSettings = {},
): { db: Firestore; close(): Promise<void> } {
  made += 1;
  const app = initializeApp({ projectId, apiKey: 'local' }, `client-${made}`);
  const db = initializeFirestore(app, settings);
  connectFirestoreEmulator(db, '127.0.0.1', port);
  return { db, close: () => deleteApp(app) };
}

/**
 * Runs a case against the local Firestore at `port`; the clients that it opens get `common` beside its own settings.
 * Rejects as the case does, after its clients are ended.
 */
export async function runCase(
  port: number,
  { run }: SdkCase,
  shared: Firestore,
  common: FirestoreSettings = {},
): Promise<void> {
  made += 1;
  const clients: ReturnType<typeof openClient>[] = [];
  const world: SdkWorld = {
    db: shared,
    room: `room-${made}-${Math.random().toString(36).slice(2)}`,
    connect: (settings) => {
      const client = openClient(port, { ...common, ...settings });
      clients.push(client);
      return client.db;
    },
  };
  try {
    await run(world);
  } finally {
    await Promise.all(clients.map(({ close }) => close()));
  }
}
