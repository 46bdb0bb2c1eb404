import { directChatId } from '@sameboat/model/direct-chat-id';
import {
  avatarImagePath,
  chatImagePath,
  communityImagePath,
  coverImagePath,
  smallImagePath,
} from '@sameboat/model/image';
import { imageBytesMax } from '@sameboat/model/limits';
import { type DocumentData, Timestamp } from 'firebase/firestore';
import {
  deleteObject,
  type FirebaseStorage,
  getBytes,
  getMetadata,
  listAll,
  ref,
  type UploadMetadata,
  updateMetadata,
  uploadBytes,
} from 'firebase/storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { future, past, sanction } from './seed.ts';
import { freshId, openStorageWorld, type StorageWorld } from './storage-world.ts';
import { allows, refuses } from './world.ts';

/** People and places of this run alone: the suite's Firestore is shared with what else goes on in it. */
const run = freshId();
const ada = `ada-${run}`;
const ben = `ben-${run}`;
const eve = `eve-${run}`;
const fay = `fay-${run}`;
const group = `group${run}`;
const match = `match${run}`;
const direct = directChatId(ada, ben);
const openCommunity = `open${run}`;
const closedCommunity = `closed${run}`;

const member = (uid: string) => ({ uid, role: 'member', joinedAt: past, readAt: null });
const matched = (uid: string, alias: string) => ({ ...member(uid), alias, name: alias, expiresAt: future });
const isLive = { endedAt: null, expiresAt: null };
const openDirect = { ...isLive, type: 'direct', participants: [ada, ben].sort(), state: 'open' };
const liveMatch = { ...isLive, type: 'match', expiresAt: future, people: { otter7: 'Ada', heron3: 'Ben' } };

/** Ada and Ben share every chat; Fay moderates both communities, and Ada belongs to both. Eve belongs to nothing. */
const seed: Readonly<Record<string, DocumentData>> = {
  [`chats/${group}`]: { ...isLive, type: 'group' },
  [`chats/${group}/members/${ada}`]: member(ada),
  [`chats/${group}/members/${ben}`]: member(ben),
  [`chats/${direct}`]: openDirect,
  [`chats/${direct}/members/${ada}`]: member(ada),
  [`chats/${direct}/members/${ben}`]: member(ben),
  [`chats/${match}`]: liveMatch,
  [`chats/${match}/members/${ada}`]: matched(ada, 'otter7'),
  [`chats/${match}/members/${ben}`]: matched(ben, 'heron3'),
  [`communities/${openCommunity}`]: { visibility: 'open' },
  [`communities/${openCommunity}/members/${fay}`]: { uid: fay, role: 'moderator' },
  [`communities/${openCommunity}/members/${ada}`]: { uid: ada, role: 'member' },
  [`communities/${closedCommunity}`]: { visibility: 'closed' },
  [`communities/${closedCommunity}/members/${fay}`]: { uid: fay, role: 'moderator' },
  [`communities/${closedCommunity}/members/${ada}`]: { uid: ada, role: 'member' },
};
const sanctions = [ada, ben, eve, fay].map((uid) => `sanctions/${uid}`);

let world: StorageWorld;
beforeAll(async () => {
  world = await openStorageWorld();
});
beforeEach(async () => {
  await world.remove(...sanctions);
  await world.add(seed);
});
afterAll(() => world.close());

function upload(
  storage: FirebaseStorage,
  path: string,
  { bytes = 3, ...metadata }: UploadMetadata & { bytes?: number } = {},
) {
  return uploadBytes(ref(storage, path), new Uint8Array(bytes), { contentType: 'image/webp', ...metadata });
}

/** Reads as the app does, and a file's headers as well: both are one and the same `get` to the rules. */
async function fetches(storage: FirebaseStorage, path: string) {
  await getBytes(ref(storage, path));
  await getMetadata(ref(storage, path));
}

interface Place {
  readonly of: string;
  /** Who may upload there, and who else may see it. */
  readonly owner: string;
  readonly reader: string;
  readonly target: string;
  readonly path: (fileId: string) => string;
}

const places: readonly Place[] = [
  {
    of: 'a group chat',
    owner: ada,
    reader: ben,
    target: `chats/${group}`,
    path: (fileId) => chatImagePath(group, ada, fileId),
  },
  {
    of: 'a private chat',
    owner: ada,
    reader: ben,
    target: `chats/${direct}`,
    path: (fileId) => chatImagePath(direct, ada, fileId),
  },
  {
    of: 'a match',
    owner: ada,
    reader: ben,
    target: `chats/${match}`,
    path: (fileId) => chatImagePath(match, 'otter7', fileId),
  },
  {
    of: 'an open community',
    owner: fay,
    reader: eve,
    target: `communities/${openCommunity}`,
    path: (fileId) => communityImagePath(openCommunity, fay, fileId),
  },
  {
    of: 'a closed community',
    owner: fay,
    reader: ada,
    target: `communities/${closedCommunity}`,
    path: (fileId) => communityImagePath(closedCommunity, fay, fileId),
  },
  {
    of: 'a person',
    owner: ada,
    reader: eve,
    target: `users/${ada}`,
    path: (fileId) => avatarImagePath(ada, fileId),
  },
];

describe.each(places)('a picture of $of', ({ owner, reader, target, path }) => {
  it('is uploaded by its owner with a ticket, once', async () => {
    const fileId = freshId();
    await refuses(upload(world.as(owner), path(fileId)));
    await world.grant(owner, target, fileId);
    await allows(upload(world.as(owner), path(fileId)));
    await refuses(upload(world.as(owner), path(fileId)));
  });

  it('needs a ticket of ten minutes at most, for this place and this file', async () => {
    const [old, elsewhere, other, good] = [freshId(), freshId(), freshId(), freshId()];
    await world.grant(owner, target, old, 10.1);
    await world.grant(owner, `${target}x`, elsewhere);
    await refuses(upload(world.as(owner), path(old)));
    await refuses(upload(world.as(owner), path(elsewhere)));
    await refuses(upload(world.as(owner), path(other)));
    await world.grant(owner, target, good, 9.5);
    await allows(upload(world.as(owner), path(good)));
  });

  it('is not uploaded by anybody else, whatever ticket they have', async () => {
    const fileId = freshId();
    for (const uid of [owner, reader, eve]) await world.grant(uid, target, fileId);
    await refuses(upload(world.as(reader), path(fileId)));
    await refuses(upload(world.as(eve), path(fileId)));
    await refuses(upload(world.nobody(), path(fileId)));
    await allows(upload(world.as(owner), path(fileId)));
  });

  it('is there for its owner at once, and for others when it has been checked', async () => {
    const fileId = freshId();
    await world.put(path(fileId), 'unchecked');
    await allows(fetches(world.as(owner), path(fileId)));
    await refuses(fetches(world.as(reader), path(fileId)));
    await world.put(path(fileId), 'checked');
    await allows(fetches(world.as(owner), path(fileId)));
    await allows(fetches(world.as(reader), path(fileId)));
    await refuses(fetches(world.nobody(), path(fileId)));
  });

  it('is deleted by its owner alone', async () => {
    const fileId = freshId();
    await world.put(path(fileId));
    await refuses(deleteObject(ref(world.as(reader), path(fileId))));
    await refuses(deleteObject(ref(world.nobody(), path(fileId))));
    await allows(deleteObject(ref(world.as(owner), path(fileId))));
  });

  it('is never changed, nor listed', async () => {
    const fileId = freshId();
    await world.put(path(fileId));
    const folder = path(fileId).slice(0, -fileId.length - 1);
    for (const uid of [owner, reader]) {
      await refuses(updateMetadata(ref(world.as(uid), path(fileId)), { contentType: 'text/html' }));
      await refuses(listAll(ref(world.as(uid), folder)));
      await refuses(listAll(ref(world.as(uid))));
    }
  });
});

const barred: Record<string, [sanction: DocumentData, lifted: DocumentData]> = {
  'is banned': [sanction({ banned: true }), sanction({ banned: true, until: past })],
  'is banned until later': [sanction({ banned: true, until: future }), sanction({ denied: ['direct'] })],
  'has deleted the account': [
    { ...sanction({ until: past }), kind: 'deleted' },
    { ...sanction({ until: past }), kind: 'signOut' },
  ],
  'signed in before all sign-ins were ended': [
    { ...sanction({}), validAfter: Timestamp.fromMillis(1_001) },
    { ...sanction({}), validAfter: Timestamp.fromMillis(1_000) },
  ],
};
const signedIn = { auth_time: 1 };

/** Refused while the sanction lasts, and allowed when it is another one. */
async function isBarred(
  uid: string,
  [on, off]: [sanction: DocumentData, lifted: DocumentData],
  act: (storage: FirebaseStorage) => Promise<unknown>,
) {
  await world.add({ [`sanctions/${uid}`]: on });
  await refuses(act(world.as(uid, signedIn)));
  await world.add({ [`sanctions/${uid}`]: off });
  await allows(act(world.as(uid, signedIn)));
}

const named = (chosen: RegExp) =>
  places.filter(({ of }) => chosen.test(of)).map((place) => [place.of, place] as const);

describe('somebody banned', () => {
  const ban = barred['is banned'] as [DocumentData, DocumentData];

  it.each(named(/./))('deletes no picture of %s', async (_, { owner, path }) => {
    const fileId = freshId();
    await world.put(path(fileId));
    await isBarred(owner, ban, (storage) => deleteObject(ref(storage, path(fileId))));
  });

  // Reading a picture of a match or of a closed community takes both documents: docs/threat-model.md, "What is left".
  it.each(named(/group|private|open|person/))('sees no picture of %s', async (_, { reader, path }) => {
    const fileId = freshId();
    await world.put(path(fileId));
    await isBarred(reader, ban, (storage) => fetches(storage, path(fileId)));
  });

  // Uploading into a chat takes both documents. The ticket is refused, and what comes in with an older one is deleted.
  it.each(named(/community|person/))('uploads no picture of %s', async (_, { owner, target, path }) => {
    const fileId = freshId();
    await world.grant(owner, target, fileId);
    await isBarred(owner, ban, (storage) => upload(storage, path(fileId)));
  });
});

describe.each(Object.entries(barred))('somebody who %s', (_, sanctions) => {
  it('sees no pictures', async () => {
    const path = avatarImagePath(ada, freshId());
    await world.put(path);
    await isBarred(eve, sanctions, (storage) => fetches(storage, path));
  });

  it('uploads none', async () => {
    const fileId = freshId();
    await world.grant(ada, `users/${ada}`, fileId);
    await isBarred(ada, sanctions, (storage) => upload(storage, avatarImagePath(ada, fileId)));
  });
});

it('somebody who may not write uploads nothing that others see, and still looks and deletes', async () => {
  const [first, second] = [freshId(), freshId()];
  await world.grant(ada, `users/${ada}`, first);
  await world.put(avatarImagePath(ada, second));
  const deniedWrite = sanction({ denied: ['write'] });
  await isBarred(ada, [deniedWrite, sanction({ denied: ['write'], until: past })], (storage) =>
    upload(storage, avatarImagePath(ada, first)),
  );
  await world.add({ [`sanctions/${ada}`]: deniedWrite });
  await allows(fetches(world.as(ada), avatarImagePath(ada, second)));
  await allows(deleteObject(ref(world.as(ada), avatarImagePath(ada, second))));
});

it('a sign-in without a time counts as older than any', async () => {
  const path = avatarImagePath(ada, freshId());
  await world.put(path);
  await world.add({ [`sanctions/${eve}`]: { ...sanction({}), validAfter: Timestamp.fromMillis(1) } });
  await refuses(fetches(world.as(eve, { auth_time: undefined }), path));
  await allows(fetches(world.as(eve, signedIn), path));
});

describe('an upload', () => {
  const target = `chats/${group}`;
  let path: string;
  beforeEach(async () => {
    const fileId = freshId();
    path = chatImagePath(group, ada, fileId);
    await world.grant(ada, target, fileId);
  });

  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])(
    'is %s',
    async (contentType) => {
      await allows(upload(world.as(ada), path, { contentType }));
    },
  );

  it.each([
    'image/svg+xml',
    'text/html',
    'image/png; charset=utf-8',
    'IMAGE/PNG',
    'image/pngx',
    'application/octet-stream',
  ])('is not %s', async (contentType) => {
    await refuses(upload(world.as(ada), path, { contentType }));
    await allows(upload(world.as(ada), path));
  });

  it('has five million bytes and some, not one more', async () => {
    await refuses(upload(world.as(ada), path, { bytes: imageBytesMax + 1 }));
    await allows(upload(world.as(ada), path, { bytes: imageBytesMax }));
  });

  it.each([
    ['a disposition', { contentDisposition: 'attachment; filename="a.html"' }],
    ['the disposition of another file', { contentDisposition: "inline; filename*=utf-8''a.html" }],
    ['an encoding', { contentEncoding: 'gzip' }],
    ['metadata', { customMetadata: { note: 'mine' } }],
    ['the mark of a checked picture', { customMetadata: { checked: '1' } }],
  ])('has no %s of its own', async (_, metadata) => {
    await refuses(upload(world.as(ada), path, metadata));
    await allows(upload(world.as(ada), path));
  });

  it('may say what production fills in by itself', async () => {
    const contentDisposition = `inline; filename*=utf-8''${path.split('/').at(-1)}`;
    await allows(upload(world.as(ada), path, { contentEncoding: 'identity', contentDisposition }));
  });

  it.each([
    ['shorter', (id: string) => id.slice(1)],
    ['longer', (id: string) => `${id}0`],
    ['with a dot', (id: string) => `${id.slice(4)}.png`],
    ['with a dash', (id: string) => `${id.slice(1)}-`],
  ])('has a file id in the automatic form, not %s', async (_, change) => {
    const [good, bad] = [freshId(), change(freshId())];
    await world.grant(ada, target, good);
    await world.grant(ada, target, bad);
    await refuses(upload(world.as(ada), chatImagePath(group, ada, bad)));
    await allows(upload(world.as(ada), chatImagePath(group, ada, good)));
  });
});

describe('in a group chat', () => {
  it('somebody who has left neither uploads nor sees pictures', async () => {
    const [first, second] = [freshId(), freshId()];
    await world.grant(ada, `chats/${group}`, first);
    await world.put(chatImagePath(group, ben, second));
    await world.remove(`chats/${group}/members/${ada}`);
    await refuses(upload(world.as(ada), chatImagePath(group, ada, first)));
    await refuses(fetches(world.as(ada), chatImagePath(group, ben, second)));
    await world.add({ [`chats/${group}/members/${ada}`]: member(ada) });
    await allows(upload(world.as(ada), chatImagePath(group, ada, first)));
    await allows(fetches(world.as(ada), chatImagePath(group, ben, second)));
  });

  it('somebody who has left deletes what they uploaded', async () => {
    const fileId = freshId();
    await world.put(chatImagePath(group, ada, fileId));
    await world.remove(`chats/${group}/members/${ada}`);
    await allows(deleteObject(ref(world.as(ada), chatImagePath(group, ada, fileId))));
  });
});

describe('in a private chat', () => {
  const path = (fileId: string) => chatImagePath(direct, ada, fileId);

  it.each([
    ['has not been accepted', { state: 'request' }],
    ['was declined', { state: 'declined' }],
    ['has ended', { endedAt: past }],
    ['is that of two others', { participants: [ben, eve].sort() }],
  ])('that %s, nothing is uploaded or seen', async (_, change) => {
    const [first, second] = [freshId(), freshId()];
    await world.grant(ada, `chats/${direct}`, first);
    await world.put(path(second));
    await world.add({ [`chats/${direct}`]: { ...openDirect, ...change } });
    await refuses(upload(world.as(ada), path(first)));
    await refuses(fetches(world.as(ada), path(second)));
    await world.add({ [`chats/${direct}`]: openDirect });
    await allows(upload(world.as(ada), path(first)));
    await allows(fetches(world.as(ada), path(second)));
  });
});

describe('in a match', () => {
  const target = `chats/${match}`;
  const ended: Record<string, Readonly<Record<string, DocumentData>>> = {
    'has run out for the member': {
      [`${target}/members/${ada}`]: { ...matched(ada, 'otter7'), expiresAt: past },
    },
    'has run out': { [target]: { ...liveMatch, expiresAt: past } },
    'has ended': { [target]: { ...liveMatch, endedAt: past } },
  };

  it('a picture lies under the alias of its sender, and under no uid', async () => {
    const fileId = freshId();
    await world.grant(ada, target, fileId);
    await refuses(upload(world.as(ada), chatImagePath(match, ada, fileId)));
    await refuses(upload(world.as(ada), chatImagePath(match, 'heron3', fileId)));
    await allows(upload(world.as(ada), chatImagePath(match, 'otter7', fileId)));
  });

  it('that has run out, nothing is uploaded', async () => {
    const fileId = freshId();
    await world.grant(ada, target, fileId);
    await world.add(ended['has run out for the member'] ?? {});
    await refuses(upload(world.as(ada), chatImagePath(match, 'otter7', fileId)));
    await world.add(seed);
    await allows(upload(world.as(ada), chatImagePath(match, 'otter7', fileId)));
  });

  it.each(Object.entries(ended))('that %s, nothing is seen', async (_, documents) => {
    const path = chatImagePath(match, 'heron3', freshId());
    await world.put(path);
    await world.add(documents);
    await refuses(fetches(world.as(ada), path));
    await world.add(seed);
    await allows(fetches(world.as(ada), path));
  });

  it('guests send and see pictures', async () => {
    const fileId = freshId();
    await world.grant(ada, target, fileId);
    await allows(upload(world.guest(ada), chatImagePath(match, 'otter7', fileId)));
    await world.put(chatImagePath(match, 'heron3', fileId));
    await allows(fetches(world.guest(ada), chatImagePath(match, 'heron3', fileId)));
    await allows(deleteObject(ref(world.guest(ada), chatImagePath(match, 'otter7', fileId))));
  });
});

describe('outside chats', () => {
  it.each(named(/community|person/))('a guest does nothing with a picture of %s', async (_, place) => {
    const { owner, target, path } = place;
    const [first, second] = [freshId(), freshId()];
    await world.grant(owner, target, first);
    await world.put(path(second));
    await refuses(upload(world.guest(owner), path(first)));
    await refuses(fetches(world.guest(owner), path(second)));
    await refuses(deleteObject(ref(world.guest(owner), path(second))));
    await allows(upload(world.as(owner), path(first)));
    await allows(fetches(world.as(owner), path(second)));
    await allows(deleteObject(ref(world.as(owner), path(second))));
  });

  it('a closed community shows its pictures to members alone', async () => {
    const path = communityImagePath(closedCommunity, fay, freshId());
    await world.put(path);
    await refuses(fetches(world.as(eve), path));
    await world.add({ [`communities/${closedCommunity}/members/${eve}`]: { uid: eve, role: 'member' } });
    await allows(fetches(world.as(eve), path));
    await world.remove(`communities/${closedCommunity}/members/${eve}`);
  });

  it('a person has a face and a cover, and no third place', async () => {
    const fileId = freshId();
    await world.grant(ada, `users/${ada}`, fileId);
    const third = `users/${ada}/other/${fileId}`;
    await world.put(`users/${ada}/other/0${fileId.slice(1)}`);
    await refuses(upload(world.as(ada), third));
    await refuses(fetches(world.as(ada), `users/${ada}/other/0${fileId.slice(1)}`));
    await refuses(deleteObject(ref(world.as(ada), `users/${ada}/other/0${fileId.slice(1)}`)));
    await allows(upload(world.as(ada), coverImagePath(ada, fileId)));
  });
});

describe.each(named(/community|person/))('a square copy of a picture of %s', (_, { owner, reader, path }) => {
  it('is seen by those who see the picture, and by nobody else', async () => {
    const copy = smallImagePath(path(freshId()), 96);
    await world.put(copy);
    await allows(fetches(world.as(owner), copy));
    await allows(fetches(world.as(reader), copy));
    await refuses(fetches(world.guest(reader), copy));
    await refuses(fetches(world.nobody(), copy));
  });

  it('is deleted by its owner alone', async () => {
    const copy = smallImagePath(path(freshId()), 256);
    await world.put(copy);
    await refuses(deleteObject(ref(world.as(reader), copy)));
    await allows(deleteObject(ref(world.as(owner), copy)));
  });
});

it('a square copy in a closed community is for its members alone', async () => {
  const copy = smallImagePath(communityImagePath(closedCommunity, fay, freshId()), 96);
  await world.put(copy);
  await refuses(fetches(world.as(eve), copy));
  await allows(fetches(world.as(ada), copy));
});

it('there is no other place', async () => {
  const fileId = freshId();
  for (const target of [`chats/${group}`, `users/${ada}`]) await world.grant(ada, target, fileId);
  await world.put(`${fileId}.webp`);
  await refuses(fetches(world.as(ada), `${fileId}.webp`));
  for (const path of [
    'loose.webp',
    `chats/${group}/${fileId}`,
    `chats/${group}/images/${ada}/more/${fileId}`,
  ])
    await refuses(upload(world.as(ada), path));
});

it('what is checked is said by the object, whoever asks for it', async () => {
  const path = avatarImagePath(ada, freshId());
  await world.put(path);
  expect((await getMetadata(ref(world.as(eve), path))).customMetadata).toStrictEqual({ checked: '1' });
});
