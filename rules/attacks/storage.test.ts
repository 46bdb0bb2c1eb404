import { directChatId } from '@sameboat/model/direct-chat-id';
import { avatarImagePath, chatImagePath, communityImagePath, smallImagePath } from '@sameboat/model/image';
import { imageBytesMax } from '@sameboat/model/limits';
import { type DocumentData, Timestamp } from 'firebase/firestore';
import { getDownloadURL, listAll, ref, updateMetadata, uploadBytesResumable } from 'firebase/storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { future, past, sanction } from '../seed.ts';
import { freshId, openStorageWorld, type StorageWorld } from '../storage-world.ts';
import { allows, refuses } from '../world.ts';
import {
  about,
  bearer,
  download,
  list,
  type Upload,
  uploadMultipart,
  uploadRaw,
  uploadResumable,
} from './storage-requests.ts';

/**
 * What was tried against the pictures, request by request, each beside the same request that must be allowed. What a
 * file must be after the function has seen it is in functions/src/on-image-finalized.suite.test.ts.
 */

const run = freshId();
const mallory = `mallory-${run}`;
const ada = `ada-${run}`;
const group = `group${run}`;
const otherGroup = `other${run}`;
const match = `match${run}`;
const direct = directChatId(ada, mallory);
const closed = `closed${run}`;

const allowed = 200;
const refused = 403;

const member = (uid: string) => ({ uid, role: 'member', joinedAt: past, readAt: null });
const matched = { ...member(mallory), alias: 'heron3', name: 'Heron', expiresAt: future };
const openDirect = {
  type: 'direct',
  participants: [ada, mallory].sort(),
  state: 'open',
  endedAt: null,
  expiresAt: null,
};
const liveMatch = {
  type: 'match',
  endedAt: null,
  expiresAt: future,
  people: { heron3: 'Heron', otter7: 'Otter' },
};
const seed: Readonly<Record<string, DocumentData>> = {
  [`chats/${group}/members/${mallory}`]: member(mallory),
  [`chats/${group}/members/${ada}`]: member(ada),
  [`chats/${otherGroup}/members/${mallory}`]: member(mallory),
  [`chats/${otherGroup}/members/${ada}`]: member(ada),
  [`chats/${direct}`]: openDirect,
  [`chats/${match}`]: liveMatch,
  [`chats/${match}/members/${mallory}`]: matched,
  [`communities/${closed}`]: { visibility: 'closed' },
  [`communities/${closed}/members/${ada}`]: { uid: ada, role: 'founder' },
};

let world: StorageWorld;
beforeAll(async () => {
  world = await openStorageWorld();
});
beforeEach(async () => {
  await world.remove(`sanctions/${mallory}`);
  await world.add(seed);
});
afterAll(() => world.close());

const me = bearer(mallory);
const mine = (fileId: string) => chatImagePath(group, mallory, fileId);

/** A file id with a ticket for it. */
async function ticket(target = `chats/${group}`, uid = mallory): Promise<string> {
  const fileId = freshId();
  await world.grant(uid, target, fileId);
  return fileId;
}

const doors: readonly [string, (authorization: string | null, upload: Upload) => Promise<number>][] = [
  ['in two parts', uploadMultipart],
  ['resumable', uploadResumable],
];

describe.each(doors)('an upload %s', (_, upload) => {
  it('without a ticket', async () => {
    const fileId = freshId();
    expect(await upload(me, { path: mine(fileId) })).toBe(refused);
    await world.grant(mallory, `chats/${group}`, fileId);
    expect(await upload(me, { path: mine(fileId) })).toBe(allowed);
  });

  it('without a sign-in, or with a token that is none', async () => {
    const path = mine(await ticket());
    expect(await upload(null, { path })).toBe(refused);
    expect(await upload('Firebase nonsense', { path })).toBe(refused);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it("with somebody else's ticket", async () => {
    const fileId = await ticket(`chats/${group}`, ada);
    expect(await upload(me, { path: mine(fileId) })).toBe(refused);
    expect(await upload(bearer(ada), { path: chatImagePath(group, ada, fileId) })).toBe(allowed);
  });

  it('with a ticket for another chat, or for a profile', async () => {
    const fileId = await ticket(`chats/${otherGroup}`);
    expect(await upload(me, { path: mine(fileId) })).toBe(refused);
    expect(await upload(me, { path: avatarImagePath(mallory, fileId) })).toBe(refused);
    expect(await upload(me, { path: chatImagePath(otherGroup, mallory, fileId) })).toBe(allowed);
  });

  it('with a ticket of eleven minutes ago', async () => {
    const fileId = freshId();
    await world.grant(mallory, `chats/${group}`, fileId, 11);
    expect(await upload(me, { path: mine(fileId) })).toBe(refused);
    await world.grant(mallory, `chats/${group}`, fileId, 9);
    expect(await upload(me, { path: mine(fileId) })).toBe(allowed);
  });

  it('with a ticket that was used, over the same file and under a second name', async () => {
    const fileId = await ticket();
    expect(await upload(me, { path: mine(fileId) })).toBe(allowed);
    expect(await upload(me, { path: mine(fileId) })).toBe(refused);
    expect(await upload(me, { path: mine(freshId()) })).toBe(refused);
  });

  it("over somebody else's picture, and over one's own when it has been checked", async () => {
    const [first, second] = [await ticket(), await ticket()];
    await world.put(chatImagePath(group, ada, first));
    await world.put(mine(second));
    expect(await upload(me, { path: chatImagePath(group, ada, first) })).toBe(refused);
    expect(await upload(me, { path: mine(second) })).toBe(refused);
    expect(await upload(me, { path: mine(first) })).toBe(allowed);
  });

  it('in the place of a square copy, which others see unchecked were it allowed', async () => {
    const fileId = await ticket(`users/${mallory}`);
    const copy = smallImagePath(avatarImagePath(mallory, fileId), 96);
    await world.grant(mallory, `users/${mallory}`, `${fileId}_96`);
    expect(await upload(me, { path: copy })).toBe(refused);
    await world.put(copy);
    expect(await upload(me, { path: copy })).toBe(refused);
    expect(await upload(me, { path: avatarImagePath(mallory, fileId) })).toBe(allowed);
  });

  it('into a request that nobody has accepted', async () => {
    const path = chatImagePath(direct, mallory, await ticket(`chats/${direct}`));
    await world.add({ [`chats/${direct}`]: { ...openDirect, state: 'request', requestedBy: mallory } });
    expect(await upload(me, { path: chatImagePath(direct, mallory, freshId()) })).toBe(refused);
    expect(await upload(me, { path })).toBe(refused);
    await world.add(seed);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it('into a private chat after the block, without a ticket and with one from before', async () => {
    const path = chatImagePath(direct, mallory, await ticket(`chats/${direct}`));
    // To block somebody ends the chat with them in the same batch.
    await world.add({
      [`users/${ada}/blocks/${mallory}`]: { since: past },
      [`chats/${direct}`]: { ...openDirect, endedAt: past },
    });
    expect(await upload(me, { path: chatImagePath(direct, mallory, freshId()) })).toBe(refused);
    expect(await upload(me, { path })).toBe(refused);
    await world.add(seed);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it('into a match that has run out', async () => {
    const path = chatImagePath(match, 'heron3', await ticket(`chats/${match}`));
    await world.add({ [`chats/${match}/members/${mallory}`]: { ...matched, expiresAt: past } });
    expect(await upload(me, { path })).toBe(refused);
    await world.add(seed);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it("into a match under one's uid, which would tell the partner, and under the partner's alias", async () => {
    const fileId = await ticket(`chats/${match}`);
    expect(await upload(me, { path: chatImagePath(match, mallory, fileId) })).toBe(refused);
    expect(await upload(me, { path: chatImagePath(match, 'otter7', fileId) })).toBe(refused);
    expect(await upload(me, { path: chatImagePath(match, 'heron3', fileId) })).toBe(allowed);
  });

  it('into a chat that one has left', async () => {
    const path = mine(await ticket());
    await world.remove(`chats/${group}/members/${mallory}`);
    expect(await upload(me, { path })).toBe(refused);
    await world.add(seed);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it('of a page, a drawing with scripts, or nothing that is named', async () => {
    const path = mine(await ticket());
    const content = '<script>alert(1)</script>';
    for (const contentType of ['text/html', 'image/svg+xml', 'image/png, text/html', 'image/*', undefined])
      expect(await upload(me, { path, content, metadata: { contentType } })).toBe(refused);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it.each([
    ['a disposition', { contentDisposition: 'attachment; filename="invoice.exe"' }],
    ['an encoding', { contentEncoding: 'gzip' }],
    ['metadata', { metadata: { note: 'x' } }],
    ['the mark of a checked picture', { metadata: { checked: '1' } }],
    ['the mark, and a download token', { metadata: { checked: '1', firebaseStorageDownloadTokens: 'mine' } }],
  ])('with %s of its own', async (_, own) => {
    const path = mine(await ticket());
    expect(await upload(me, { path, metadata: { contentType: 'image/png', ...own } })).toBe(refused);
    expect(await upload(me, { path })).toBe(allowed);
  });

  it('of one byte too many', async () => {
    const path = mine(await ticket());
    expect(await upload(me, { path, content: 'x'.repeat(imageBytesMax + 1) })).toBe(refused);
    expect(await upload(me, { path, content: 'x'.repeat(imageBytesMax) })).toBe(allowed);
  });
});

it('a bare upload goes by the same rules', async () => {
  const path = mine(await ticket());
  expect(await uploadRaw(me, { path, content: '<script>' }, 'text/html')).toBe(refused);
  expect(await uploadRaw(me, { path: mine(freshId()) })).toBe(refused);
  expect(await uploadRaw(me, { path })).toBe(allowed);
});

it('an announced upload is decided by who announced it, not by who sends the file', async () => {
  const path = mine(await ticket());
  const small = { path, content: 'x' };
  expect(await uploadResumable(bearer(`stranger-${run}`), small)).toBe(refused);
  expect(await uploadResumable(me, small)).toBe(allowed);
});

describe('a path that is written oddly', () => {
  it.each([
    ['steps back', (id: string) => `chats/${group}/images/${ada}/../${mallory}/${id}`],
    ['steps back to the chat', (id: string) => `chats/../images/${mallory}/${id}`],
    ['has an empty part', (id: string) => `chats/${group}/images//${mallory}/${id}`],
    ['begins with a slash', (id: string) => `/chats/${group}/images/${mallory}/${id}`],
    ['ends in a slash', (id: string) => `chats/${group}/images/${mallory}/${id}/`],
    ['has a part more', (id: string) => `chats/${group}/images/${mallory}/${id}/${id}`],
    ['has a part less', (id: string) => `chats/${group}/images/${id}`],
    ['has an encoded slash', (id: string) => `chats/${group}%2Fimages/${mallory}/${id}`],
    ['has other letters', (id: string) => `Chats/${group}/Images/${mallory}/${id}`],
    ['ends in a null', (id: string) => `chats/${group}/images/${mallory}/${id}\u0000`],
    ['ends in a type', (id: string) => `chats/${group}/images/${mallory}/${id}.html`],
    ['has a blank', (id: string) => `chats/${group}/images/${mallory}/ ${id.slice(1)}`],
    ['names another kind of place', (id: string) => `circles/${group}/images/${mallory}/${id}`],
  ])('and %s takes no upload', async (_, pathOf) => {
    const fileId = await ticket();
    expect(await uploadMultipart(me, { path: pathOf(fileId) })).toBe(refused);
    expect(await uploadMultipart(me, { path: mine(fileId) })).toBe(allowed);
  });

  it('opens no picture that the plain path does not', async () => {
    const fileId = freshId();
    await world.put(communityImagePath(closed, ada, fileId));
    const encoded = encodeURIComponent(`chats/${group}/images/${mallory}`);
    for (const path of [
      `${encoded}%2F..%2F..%2F..%2F..%2Fcommunities%2F${closed}%2Fimages%2F${ada}%2F${fileId}`,
      `communities%2F${closed}%2Fimages%2F${ada}%2F.%2F${fileId}`,
      `communities%2F${closed}%2F%2Fimages%2F${ada}%2F${fileId}`,
    ])
      expect(await download(path, me)).toBe(refused);
    expect(await download(communityImagePath(closed, ada, fileId), bearer(ada))).toBe(allowed);
  });
});

describe('reading', () => {
  const places: [string, () => string, () => Promise<void>, () => Promise<void>][] = [
    [
      'a closed community as a stranger',
      () => communityImagePath(closed, ada, freshId()),
      async () => {},
      () => world.add({ [`communities/${closed}/members/${mallory}`]: { uid: mallory, role: 'member' } }),
    ],
    [
      'a chat that one has left',
      () => chatImagePath(group, ada, freshId()),
      () => world.remove(`chats/${group}/members/${mallory}`),
      () => world.add(seed),
    ],
    [
      'a match that has run out',
      () => chatImagePath(match, 'otter7', freshId()),
      () => world.add({ [`chats/${match}/members/${mallory}`]: { ...matched, expiresAt: past } }),
      () => world.add(seed),
    ],
    [
      'a match that the partner has ended',
      () => chatImagePath(match, 'otter7', freshId()),
      () => world.add({ [`chats/${match}`]: { ...liveMatch, endedAt: past } }),
      () => world.add(seed),
    ],
    [
      'a private chat after the block',
      () => chatImagePath(direct, ada, freshId()),
      () => world.add({ [`chats/${direct}`]: { ...openDirect, endedAt: past } }),
      () => world.add(seed),
    ],
    [
      'anything while banned',
      () => avatarImagePath(ada, freshId()),
      () => world.add({ [`sanctions/${mallory}`]: sanction({ banned: true }) }),
      () => world.remove(`sanctions/${mallory}`),
    ],
    [
      'anything with a deleted account',
      () => avatarImagePath(ada, freshId()),
      () => world.add({ [`sanctions/${mallory}`]: { ...sanction({}), kind: 'deleted' } }),
      () => world.remove(`sanctions/${mallory}`),
    ],
  ];

  it.each(places)('%s, by download, metadata and SDK', async (_, pathOf, shut, open) => {
    const path = pathOf();
    await world.put(path);
    await shut();
    expect(await download(path, me)).toBe(refused);
    expect(await about(path, me)).toBe(refused);
    await refuses(getDownloadURL(ref(world.as(mallory), path)));
    await open();
    expect(await download(path, me)).toBe(allowed);
    expect(await about(path, me)).toBe(allowed);
    await allows(getDownloadURL(ref(world.as(mallory), path)));
    await world.remove(`communities/${closed}/members/${mallory}`);
  });

  it('with a sign-in from before all sign-ins were ended', async () => {
    const path = avatarImagePath(ada, freshId());
    await world.put(path);
    const validAfter = Timestamp.fromMillis(Date.now() - 60_000);
    await world.add({ [`sanctions/${mallory}`]: { ...sanction({}), kind: 'signOut', validAfter } });
    const old = { auth_time: validAfter.seconds - 1 };
    expect(await download(path, bearer(mallory, old))).toBe(refused);
    expect(await download(path, me)).toBe(allowed);
  });

  it('what nobody has checked: a page that was uploaded as a picture', async () => {
    const fileId = await ticket();
    const upload = { path: mine(fileId), content: '<script>alert(1)</script>' };
    expect(await uploadMultipart(me, upload)).toBe(allowed);
    expect(await download(mine(fileId), bearer(ada))).toBe(refused);
    expect(await download(mine(fileId), me)).toBe(allowed);
    await world.put(mine(fileId));
    expect(await download(mine(fileId), bearer(ada))).toBe(allowed);
  });

  it('as a guest with a made-up uid, or as nobody', async () => {
    const path = avatarImagePath(ada, freshId());
    await world.put(path);
    const anonymous = { firebase: { sign_in_provider: 'anonymous', identities: {} } };
    expect(await download(path, bearer(ada, anonymous))).toBe(refused);
    expect(await download(path, null)).toBe(refused);
    expect(await download(path, bearer(ada))).toBe(allowed);
  });

  it('a picture that is not there is told apart by its owner alone', async () => {
    expect(await download(chatImagePath(group, ada, freshId()), me)).toBe(refused);
    expect(await download(mine(freshId()), me)).toBe(404);
  });
});

it('nothing is listed: not everything, not a folder, not a page of one', async () => {
  const fileId = freshId();
  await world.put(mine(fileId));
  for (const parameters of [
    {},
    { prefix: 'chats/' },
    { prefix: `chats/${group}/images/${mallory}/` },
    { prefix: `chats/${group}/`, delimiter: '/' },
    { prefix: 'communities/', delimiter: '/', maxResults: '1' },
    { prefix: `users/${mallory}/avatar/`, pageToken: 'x' },
  ] satisfies Record<string, string>[]) {
    expect(await list(me, parameters)).toBe(refused);
  }
  await refuses(listAll(ref(world.as(mallory), `chats/${group}/images/${mallory}`)));
  expect(await download(mine(fileId), me)).toBe(allowed);
});

describe('changing a picture of my own', () => {
  let path: string;
  beforeEach(async () => {
    path = mine(freshId());
    await world.put(path);
  });
  const json = { 'content-type': 'application/json' };

  it.each([
    ['a header', { cacheControl: 'public, max-age=31536000' }],
    ['a type', { contentType: 'text/html' }],
    ['a disposition', { contentDisposition: 'attachment' }],
    ['a download token', { metadata: { firebaseStorageDownloadTokens: 'mine' } }],
    ['the mark', { metadata: { checked: '2' } }],
  ])('by setting %s', async (_, change) => {
    const body = JSON.stringify(change);
    expect(await about(path, me, { method: 'PATCH', headers: json, body })).toBe(refused);
    const disguised = { ...json, 'x-http-method-override': 'PATCH' };
    expect(await about(path, me, { method: 'PUT', headers: disguised, body })).toBe(refused);
    expect(await about(path, me)).toBe(allowed);
  });

  it('through the SDK', async () => {
    const file = ref(world.as(mallory), path);
    await refuses(updateMetadata(file, { customMetadata: { checked: '1' } }));
    await refuses(updateMetadata(file, { cacheControl: 'public' }));
    await refuses(
      Promise.resolve(uploadBytesResumable(file, new Uint8Array(3), { contentType: 'image/png' })),
    );
    await allows(getDownloadURL(file));
  });

  it('by asking for one more download token', async () => {
    expect(await about(path, me, { method: 'POST', query: '?create_token=true' })).toBe(refused);
    expect(await about(path, me)).toBe(allowed);
  });
});

describe('deleting', () => {
  const erase = (path: string, authorization: string | null) =>
    about(path, authorization, { method: 'DELETE' });

  it("somebody else's picture", async () => {
    const path = chatImagePath(group, ada, freshId());
    await world.put(path);
    expect(await erase(path, me)).toBe(refused);
    expect(await erase(path, null)).toBe(refused);
    expect(await erase(path, bearer(ada))).toBe(204);
  });

  it("the partner's picture in a match, and one's own while banned", async () => {
    const [own, partners] = [
      chatImagePath(match, 'heron3', freshId()),
      chatImagePath(match, 'otter7', freshId()),
    ];
    await world.put(own);
    await world.put(partners);
    expect(await erase(partners, me)).toBe(refused);
    await world.add({ [`sanctions/${mallory}`]: sanction({ banned: true }) });
    expect(await erase(own, me)).toBe(refused);
    await world.remove(`sanctions/${mallory}`);
    expect(await erase(own, me)).toBe(204);
  });

  it('a whole folder', async () => {
    const path = mine(freshId());
    await world.put(path);
    expect(await erase(`chats/${group}/images/${mallory}`, me)).toBe(refused);
    expect(await erase(`${encodeURIComponent(`chats/${group}`)}%2F`, me)).toBe(refused);
    expect(await erase(path, me)).toBe(204);
  });
});
