import { readFileSync } from 'node:fs';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type DocumentData,
  doc,
  type Firestore,
  getFirestore,
  setLogLevel,
  writeBatch,
} from 'firebase/firestore';

export { assertFails as refuses, assertSucceeds as allows } from '@firebase/rules-unit-testing';

/** A project of its own, so that no trigger of the suite meddles with what the tests store. */
export const projectId = 'demo-rules';

export interface World {
  /** The database as somebody with an account and a verified e-mail address sees it, unless the claims say otherwise. */
  as(uid: string, claims?: Record<string, unknown>): Firestore;
  /** As somebody who signed in with a name alone. */
  guest(uid: string): Firestore;
  /** As somebody who is not signed in. */
  nobody(): Firestore;
  /** Empties the database and stores these documents by path, past the rules. */
  begin(documents: Readonly<Record<string, DocumentData>>): Promise<void>;
  /** Stores more documents, past the rules. */
  add(documents: Readonly<Record<string, DocumentData>>): Promise<void>;
  close(): Promise<void>;
}

/** Needs the local Firestore that FIRESTORE_EMULATOR_HOST names, and gives it our rules. */
export async function openWorld(): Promise<World> {
  const [host, port] = (process.env.FIRESTORE_EMULATOR_HOST ?? '').split(':');
  if (!host || !port) throw new Error('FIRESTORE_EMULATOR_HOST does not name a local Firestore.');
  setLogLevel('silent');
  const environment = await initializeTestEnvironment({
    projectId,
    firestore: {
      host,
      port: Number(port),
      rules: readFileSync(new URL('../firestore.rules', import.meta.url), 'utf8'),
    },
  });
  return worldIn(environment, host, Number(port));
}

function worldIn(environment: RulesTestEnvironment, host: string, port: number): World {
  // One connection that bypasses the rules for the whole file; the environment's own opens one for each call.
  const app = initializeApp({ projectId, apiKey: 'local' }, `past-the-rules-${process.pid}`);
  const unruled = getFirestore(app);
  connectFirestoreEmulator(unruled, host, port, { mockUserToken: 'owner' });

  const people = new Map<string, Firestore>();
  const remember = (key: string, open: () => unknown): Firestore => {
    const known = people.get(key);
    if (known) return known;
    // The test environment hands out the compatibility wrapper, which the modular functions take as it is.
    const opened = open() as Firestore;
    people.set(key, opened);
    return opened;
  };
  const add: World['add'] = async (documents) => {
    const batch = writeBatch(unruled);
    for (const [path, data] of Object.entries(documents)) batch.set(doc(unruled, path), data);
    await batch.commit();
  };
  return {
    as: (uid, claims = {}) =>
      remember(`${uid} ${JSON.stringify(claims)}`, () =>
        environment.authenticatedContext(uid, { email_verified: true, ...claims }).firestore(),
      ),
    guest: (uid) =>
      remember(`${uid} guest`, () =>
        environment
          .authenticatedContext(uid, { firebase: { sign_in_provider: 'anonymous', identities: {} } })
          .firestore(),
      ),
    nobody: () => remember('nobody', () => environment.unauthenticatedContext().firestore()),
    begin: async (documents) => {
      await environment.clearFirestore();
      await add(documents);
    },
    add,
    close: async () => {
      await deleteApp(app);
      await environment.cleanup();
    },
  };
}
