import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { checkedImageMetadata } from '@sameboat/model/image';
import { newUploadTicket, uploadTicketPath } from '@sameboat/model/upload-ticket';
import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type DocumentData,
  doc,
  getFirestore,
  Timestamp,
  writeBatch,
} from 'firebase/firestore';
import type { FirebaseStorage } from 'firebase/storage';

/** The Storage emulator asks the Firestore of the project that it was started for, and of no other. */
const projectId = process.env.GCLOUD_PROJECT ?? 'demo-sameboat';

/** A bucket of its own, so that no function of the suite touches what the tests store. */
export const bucket = 'rules-tests';

/** An id in Firestore's automatic form, another one each time: what earlier tests left behind is never met. */
export function freshId(): string {
  return randomBytes(10).toString('hex');
}

export function addressOf(variable: string): { host: string; port: number } {
  const [host, port] = (process.env[variable] ?? '').split(':');
  if (!host || !port) throw new Error(`${variable} does not name a part of the local suite.`);
  return { host, port: Number(port) };
}

export interface StorageWorld {
  /** Storage as somebody with an account sees it. */
  as(uid: string, claims?: Record<string, unknown>): FirebaseStorage;
  /** As somebody who signed in with a name alone. */
  guest(uid: string): FirebaseStorage;
  /** As somebody who is not signed in. */
  nobody(): FirebaseStorage;
  /** Stores documents by path, past the rules. */
  add(documents: Readonly<Record<string, DocumentData>>): Promise<void>;
  remove(...paths: readonly string[]): Promise<void>;
  /** Stores a ticket, past the rules. `minutesAgo` is its age. */
  grant(uid: string, target: string, fileId: string, minutesAgo?: number): Promise<void>;
  /** Stores a picture, past the rules: one that the function has checked, or an upload as it comes. */
  put(path: string, state?: 'checked' | 'unchecked'): Promise<void>;
  /** Deletes every document that was stored. */
  close(): Promise<void>;
}

/** Needs the local suite, and gives its Storage our rules. */
export async function openStorageWorld(): Promise<StorageWorld> {
  const storage = addressOf('FIREBASE_STORAGE_EMULATOR_HOST');
  const rules = readFileSync(new URL('../storage.rules', import.meta.url), 'utf8');
  const environment = await initializeTestEnvironment({ projectId, storage: { ...storage, rules } });
  const firestore = addressOf('FIRESTORE_EMULATOR_HOST');
  const app = initializeApp({ projectId, apiKey: 'local' }, `storage-world-${freshId()}`);
  connectFirestoreEmulator(getFirestore(app), firestore.host, firestore.port, { mockUserToken: 'owner' });
  return worldIn(environment, app, `http://${storage.host}:${storage.port}`);
}

function worldIn(environment: RulesTestEnvironment, app: FirebaseApp, origin: string): StorageWorld {
  const database = getFirestore(app);
  const stored = new Set<string>();

  const open = (context: RulesTestContext) =>
    // The test environment hands out the compatibility wrapper, which the modular functions take as it is.
    context.storage(`gs://${bucket}`) as unknown as FirebaseStorage;

  const add: StorageWorld['add'] = async (documents) => {
    const batch = writeBatch(database);
    for (const [path, data] of Object.entries(documents)) {
      batch.set(doc(database, path), data);
      stored.add(path);
    }
    await batch.commit();
  };
  const remove: StorageWorld['remove'] = async (...paths) => {
    const batch = writeBatch(database);
    for (const path of paths) batch.delete(doc(database, path));
    await batch.commit();
  };
  return {
    as: (uid, claims = {}) => open(environment.authenticatedContext(uid, claims)),
    guest: (uid) =>
      open(
        environment.authenticatedContext(uid, {
          firebase: { sign_in_provider: 'anonymous', identities: {} },
        }),
      ),
    nobody: () => open(environment.unauthenticatedContext()),
    add,
    remove,
    grant: (uid, target, fileId, minutesAgo = 0) =>
      add({
        [uploadTicketPath(uid, fileId)]: newUploadTicket(
          target,
          Timestamp.fromMillis(Date.now() - minutesAgo * 60_000),
        ),
      }),
    put: async (path, state = 'checked') => {
      // Google Cloud's own API: it is for administrators, knows no rules, and makes no download token.
      const url = `${origin}/upload/storage/v1/b/${bucket}/o?uploadType=multipart&name=${encodeURIComponent(path)}`;
      const metadata = {
        name: path,
        contentType: state === 'checked' ? 'image/webp' : 'image/png',
        ...(state === 'checked' ? { metadata: checkedImageMetadata } : {}),
      };
      const { ok, status } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'multipart/related; boundary=part', authorization: 'Bearer owner' },
        body: [
          '--part\r\ncontent-type: application/json\r\n\r\n',
          JSON.stringify(metadata),
          `\r\n--part\r\ncontent-type: ${metadata.contentType}\r\n\r\npicture\r\n--part--`,
        ].join(''),
      });
      if (!ok) throw new Error(`Storing ${path} past the rules was answered with ${status}.`);
    },
    close: async () => {
      await remove(...stored);
      await deleteApp(app);
      await environment.cleanup();
    },
  };
}
