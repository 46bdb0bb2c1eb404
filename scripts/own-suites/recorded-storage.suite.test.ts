/** What the Storage SDK got from Google's emulator and rules runtime, asked of Google's emulator with our rules runtime. */
import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  connectStorageEmulator,
  deleteObject,
  type FirebaseStorage,
  getBytes,
  getDownloadURL,
  getMetadata,
  getStorage,
  listAll,
  ref,
  StorageError,
  updateMetadata,
  uploadBytes,
  uploadBytesResumable,
} from 'firebase/storage';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { project } from '../suite/config.ts';
import { recordedSteps } from './recorded.fixture.ts';

const { ids, step } = recordedSteps<{ readonly id: string; readonly value: unknown }>(
  'storage-client-protocol-and-rules.json',
);
const { ports } = inject('smallProject');
/** As it was recorded. The emulator makes each bucket that it is asked for, under the same rules. */
const bucket = 'demo-conformance.appspot.com';

let app: FirebaseApp;
let storage: FirebaseStorage;
beforeAll(async () => {
  app = initializeApp({ projectId: project, apiKey: 'any', storageBucket: bucket }, 'recorded-storage');
  storage = getStorage(app);
  connectStorageEmulator(storage, '127.0.0.1', ports.storage);
  // What an administrator had put there before.
  for (const name of ['conf_public/hello.txt', 'conf_public/big.bin', 'conf_closed/admin.txt']) {
    const url = `http://127.0.0.1:${ports.storage}/v0/b/${bucket}/o?name=${encodeURIComponent(name)}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: 'Bearer owner', 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(response.status).toBe(200);
  }
});
afterAll(() => deleteApp(app));

const at = (path: string) => ref(storage, path);
const utf8 = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
const notes = 'conf_public/client/notes.txt';
const large = 'conf_public/client/big.bin';

async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    const { code, message, status, serverResponse } = error;
    return { thrown: true, code, message, status: String(status), serverResponse: serverResponse ?? '' };
  }
  return { thrown: false };
}

/** In recorded order: each builds on what those before it have left. */
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  'upload-bytes-and-read-back': async () => {
    const { metadata } = await uploadBytes(at(notes), new TextEncoder().encode('konnichiwa'), {
      contentType: 'text/plain',
      customMetadata: { mood: 'good' },
    });
    const { contentType, customMetadata, fullPath, name, size } = metadata;
    const text = utf8(await getBytes(at(notes)));
    return { bucket: metadata.bucket, contentType, custom: customMetadata, fullPath, name, size, text };
  },
  'update-metadata': async () => {
    const { cacheControl, customMetadata } = await updateMetadata(at(notes), {
      cacheControl: 'private, max-age=0',
      customMetadata: { mood: 'great' },
    });
    return { cacheControl, custom: customMetadata };
  },
  'resumable-upload': async () => {
    const { state, totalBytes } = await uploadBytesResumable(at(large), new Uint8Array(600_000));
    return { state, totalBytes };
  },
  'list-all': async () => {
    const { items, prefixes } = await listAll(at('conf_public'));
    const paths = (found: readonly { readonly fullPath: string }[]) => found.map(({ fullPath }) => fullPath);
    return { items: paths(items), prefixes: paths(prefixes) };
  },
  'download-url-serves-the-object': async () => {
    const response = await fetch(await getDownloadURL(at(notes)));
    return { status: response.status, text: await response.text() };
  },
  'upload-into-a-rules-closed-path-is-denied': () =>
    refusal(uploadBytes(at('conf_closed/client.txt'), new Uint8Array(1))),
  'read-a-rules-closed-object-is-denied': () => refusal(getBytes(at('conf_closed/admin.txt'))),
  'get-metadata-of-a-missing-object': () => refusal(getMetadata(at('conf_public/definitely-missing.txt'))),
  'delete-and-then-read': async () => {
    await deleteObject(at(large));
    return refusal(getBytes(at(large)));
  },
};

it('takes each recorded step in its order', () => {
  expect(Object.keys(steps)).toEqual(ids);
});

it.each(Object.entries(steps))('gives the SDK what was recorded: %s', async (id, act) => {
  expect(await act()).toEqual(step(id).value);
});
