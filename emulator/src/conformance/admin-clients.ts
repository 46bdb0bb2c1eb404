/** Clients of the Admin SDK beside each other: it speaks gRPC, or REST where it is told to prefer that. */

import {
  type CollectionReference,
  type DocumentData,
  Firestore,
  type Settings,
} from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type Running, startRunning } from './running.ts';

/** What a test is given. Each member is to be read inside a test, never while tests are being registered. */
export interface AdminWorld {
  /** The client that every test of the group shares. */
  readonly db: Firestore;
  /** A collection that no other test uses. */
  readonly room: CollectionReference;
  /** A client of its own for one test, terminated after it. */
  connect(settings?: Settings): Firestore;
}

/** Over REST the SDK asks for credentials even where it sends none but the emulator's: here is what answers it. */
const WITHOUT_CREDENTIALS = {
  getClient: async () => ({ getRequestHeaders: async () => ({}) }),
  getUniverseDomain: async () => 'googleapis.com',
};

/** Registers the same tests twice: for a client over gRPC, and for one over REST (which listens over gRPC all the same). */
export function overGrpcAndRest(subject: string, tests: (world: AdminWorld) => void): void {
  describe.each([
    ['gRPC', false],
    ['REST', true],
  ])(`${subject} over %s`, (transport, preferRest) => {
    let running: Running;
    let db: Firestore;
    let room: CollectionReference;
    let rooms = 0;
    let connected: Firestore[] = [];
    const open = (settings: Settings) =>
      new Firestore({
        projectId: 'demo-admin',
        host: running.address,
        ssl: false,
        preferRest,
        auth: WITHOUT_CREDENTIALS,
        ...settings,
      });

    beforeAll(async () => {
      running = await startRunning();
      db = open({});
    });
    beforeEach(() => {
      rooms += 1;
      room = db.collection(`room-${transport}-${rooms}`);
    });
    afterEach(async () => {
      await Promise.all(connected.map((client) => client.terminate()));
      connected = [];
    });
    afterAll(async () => {
      await db.terminate();
      await running.close();
    });

    tests({
      get db() {
        return db;
      },
      get room() {
        return room;
      },
      connect(settings = {}) {
        const client = open(settings);
        connected.push(client);
        return client;
      },
    });
  });
}

/** Stores all of these in one commit. */
export async function fill(
  into: CollectionReference,
  documents: Readonly<Record<string, DocumentData>>,
): Promise<void> {
  const batch = into.firestore.batch();
  for (const [id, data] of Object.entries(documents)) batch.set(into.doc(id), data);
  await batch.commit();
}
