import { readFileSync } from 'node:fs';
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { avatarImagePath, chatImagePath, communityImagePath } from '@sameboat/model/image';
import { imageBytesMax } from '@sameboat/model/limits';
import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import { connectFirestoreEmulator, doc, getFirestore, writeBatch } from 'firebase/firestore';
import {
  deleteObject,
  type FirebaseStorage,
  getMetadata,
  ref,
  updateMetadata,
  uploadBytes,
} from 'firebase/storage';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { past, sanction } from './seed.ts';
import { allows, refuses } from './world.ts';

/** The Storage emulator asks the Firestore of the project that it was started for, and of no other. */
const projectId = process.env.GCLOUD_PROJECT ?? 'demo-sameboat';

/** A name that no earlier run has left behind. */
const file = `f-${crypto.randomUUID()}`;

/** Ids of this file alone, since that project is shared with what else the suite holds. */
const chat = 'storage-chat';
const community = 'storage-community';
const member = 'storage-member';
const moderator = 'storage-moderator';
const stranger = 'storage-stranger';
const banned = 'storage-banned';

const memberships: Readonly<Record<string, object>> = {
  [`chats/${chat}/members/${member}`]: { uid: member, role: 'member', joinedAt: past },
  [`chats/${chat}/members/${banned}`]: { uid: banned, role: 'member', joinedAt: past },
  [`communities/${community}/members/${member}`]: { uid: member, role: 'member', joinedAt: past },
  [`communities/${community}/members/${moderator}`]: { uid: moderator, role: 'moderator', joinedAt: past },
  [`sanctions/${banned}`]: sanction({ banned: true }),
};

let environment: RulesTestEnvironment;
let app: FirebaseApp;

function address(name: string): { host: string; port: number } {
  const [host, port] = (process.env[name] ?? '').split(':');
  if (!host || !port) throw new Error(`${name} does not name a part of the local suite.`);
  return { host, port: Number(port) };
}

async function storeMemberships(store: boolean): Promise<void> {
  const database = getFirestore(app);
  const batch = writeBatch(database);
  for (const [path, data] of Object.entries(memberships)) {
    if (store) batch.set(doc(database, path), data);
    else batch.delete(doc(database, path));
  }
  await batch.commit();
}

beforeAll(async () => {
  const firestore = address('FIRESTORE_EMULATOR_HOST');
  environment = await initializeTestEnvironment({
    projectId,
    storage: {
      ...address('FIREBASE_STORAGE_EMULATOR_HOST'),
      rules: readFileSync(new URL('../storage.rules', import.meta.url), 'utf8'),
    },
  });
  app = initializeApp({ projectId, apiKey: 'local' }, 'memberships');
  connectFirestoreEmulator(getFirestore(app), firestore.host, firestore.port, { mockUserToken: 'owner' });
  await storeMemberships(true);
});
beforeEach(async () => {
  for (const path of uploaded.splice(0)) {
    await environment.withSecurityRulesDisabled((context) => deleteObject(ref(storageOf(context), path)));
  }
});
afterAll(async () => {
  await storeMemberships(false);
  await deleteApp(app);
  await environment.cleanup();
});

const uploaded: string[] = [];

function storageOf(context: RulesTestContext): FirebaseStorage {
  // The test environment hands out the compatibility wrapper, which the modular functions take as it is.
  return context.storage() as unknown as FirebaseStorage;
}

function as(uid: string): FirebaseStorage {
  return storageOf(environment.authenticatedContext(uid));
}

function guest(uid: string): FirebaseStorage {
  return storageOf(
    environment.authenticatedContext(uid, { firebase: { sign_in_provider: 'anonymous', identities: {} } }),
  );
}

const nobody = () => storageOf(environment.unauthenticatedContext());

async function upload(
  storage: FirebaseStorage,
  path: string,
  options: { bytes?: number; type?: string } = {},
) {
  await uploadBytes(ref(storage, path), new Uint8Array(options.bytes ?? 3), {
    contentType: options.type ?? 'image/webp',
  });
  uploaded.push(path);
}

describe('a picture in a chat', () => {
  const path = chatImagePath(chat, member, file);

  it('is uploaded by a member into their own folder', async () => {
    await allows(upload(as(member), path));
    await refuses(upload(as(member), chatImagePath(chat, stranger, file)));
    await refuses(upload(as(stranger), chatImagePath(chat, stranger, file)));
    await refuses(upload(nobody(), chatImagePath(chat, member, `${file}-2`)));
  });

  it('is seen by members of the chat only', async () => {
    await upload(as(member), path);
    await allows(getMetadata(ref(as(member), path)));
    await refuses(getMetadata(ref(as(stranger), path)));
    await refuses(getMetadata(ref(nobody(), path)));
  });

  it('is neither uploaded nor seen by somebody banned', async () => {
    await upload(as(member), path);
    await refuses(upload(as(banned), chatImagePath(chat, banned, file)));
    await refuses(getMetadata(ref(as(banned), path)));
  });

  it('is a picture, of a bounded size, with a plain name', async () => {
    await refuses(upload(as(member), path, { type: 'image/svg+xml' }));
    await refuses(upload(as(member), path, { type: 'text/html' }));
    await refuses(upload(as(member), path, { bytes: imageBytesMax + 1 }));
    await refuses(upload(as(member), chatImagePath(chat, member, 'f 1.html')));
    await allows(upload(as(member), path, { bytes: imageBytesMax, type: 'image/png' }));
  });

  it('is not written over, nor relabelled', async () => {
    await upload(as(member), path);
    await refuses(upload(as(member), path));
    await refuses(updateMetadata(ref(as(member), path), { contentType: 'text/html' }));
  });

  it('is deleted by who uploaded it', async () => {
    await upload(as(member), path);
    await refuses(deleteObject(ref(as(stranger), path)));
    await allows(deleteObject(ref(as(member), path)));
    uploaded.length = 0;
  });
});

describe('a picture of a person', () => {
  const path = avatarImagePath(member, file);

  it('is uploaded by that person and seen by everybody with an account', async () => {
    await refuses(upload(as(stranger), path));
    await refuses(upload(guest(member), path));
    await allows(upload(as(member), path));
    await allows(getMetadata(ref(as(stranger), path)));
    await refuses(getMetadata(ref(guest('storage-guest'), path)));
    await refuses(getMetadata(ref(nobody(), path)));
    await refuses(deleteObject(ref(as(stranger), path)));
  });

  it('is deleted by that person while they have an account', async () => {
    await upload(as(member), path);
    await refuses(deleteObject(ref(guest(member), path)));
    await allows(deleteObject(ref(as(member), path)));
    uploaded.length = 0;
  });

  it('has no third place to lie in', async () => {
    const other = `users/${member}/other/${file}`;
    await environment.withSecurityRulesDisabled((context) => upload(storageOf(context), other));
    await refuses(getMetadata(ref(as(member), other)));
    await refuses(upload(as(member), `users/${member}/other/${file}`));
  });
});

describe('a picture of a community', () => {
  it('is uploaded by its moderators, not by its members', async () => {
    await allows(upload(as(moderator), communityImagePath(community, moderator, file)));
    await refuses(
      upload(as(moderator), communityImagePath(community, moderator, `${file}-2`), { type: 'text/html' }),
    );
    await refuses(getMetadata(ref(guest('storage-guest'), communityImagePath(community, moderator, file))));
    await refuses(upload(as(member), communityImagePath(community, member, file)));
    await refuses(upload(as(stranger), communityImagePath(community, stranger, file)));
    await allows(getMetadata(ref(as(stranger), communityImagePath(community, moderator, file))));
    await refuses(deleteObject(ref(as(member), communityImagePath(community, moderator, file))));
    await refuses(deleteObject(ref(guest(moderator), communityImagePath(community, moderator, file))));
  });

  it('is deleted by who uploaded it', async () => {
    const path = communityImagePath(community, moderator, file);
    await upload(as(moderator), path);
    await refuses(deleteObject(ref(as(stranger), path)));
    await allows(deleteObject(ref(as(moderator), path)));
    uploaded.length = 0;
  });
});

it('nothing lies anywhere else', async () => {
  await refuses(upload(as(member), 'loose.webp'));
  await refuses(upload(as(member), `chats/${chat}/${file}`));
});
