import { randomUUID } from 'node:crypto';
import {
  avatarImagePath,
  chatImagePath,
  checkedImageMetadata,
  communityImagePath,
  imageObjectPaths,
  smallImagePath,
} from '@sameboat/model/image';
import { messageTombstone, newImageMessage } from '@sameboat/model/message';
import { FieldValue } from 'firebase-admin/firestore';
import type { StorageEvent } from 'firebase-functions/v2/storage';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteFolder } from './data/pictures.ts';
import { patienceMs, suiteFirestore } from './data/suite-chat.fixture.ts';
import {
  bucket,
  download,
  isStored,
  newFileId,
  settled,
  type Upload,
  upload,
} from './data/suite-pictures.fixture.ts';
import { onImageFinalized } from './on-image-finalized.ts';

const firestore = suiteFirestore();
const reader = `reader-${randomUUID()}`;

function photo() {
  return sharp({ create: { width: 80, height: 60, channels: 3, background: '#37a' } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '51/1 54/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

/** A face for somebody new, by its own upload. */
let face: Upload;
beforeEach(async () => {
  const uid = `ada-${randomUUID()}`;
  const path = avatarImagePath(uid, newFileId());
  const metadata = { contentType: 'image/jpeg' };
  face = { uid, target: `users/${uid}`, path, content: await photo(), metadata };
});

async function stored(path: string) {
  const file = bucket.file(path);
  const [[metadata], [content]] = await Promise.all([file.getMetadata(), file.download()]);
  return { metadata, content };
}

describe('a picture that is uploaded in the running suite', () => {
  it('becomes WebP without the place where it was taken, and others see it', async () => {
    await upload(face);
    await settled(face);
    const { metadata, content } = await stored(face.path);
    const picture = await sharp(content).metadata();
    expect(picture).toMatchObject({ format: 'webp', width: 80, height: 60 });
    expect(picture).not.toHaveProperty('exif');
    expect(metadata).toMatchObject({ contentType: 'image/webp', cacheControl: 'private, max-age=3600' });
    expect(await download(face.path, { uid: reader })).toBe(200);
  });

  it('has its square copies, marked and without a download token, and others see them', async () => {
    await upload(face);
    await settled(face);
    for (const side of [96, 256] as const) {
      const { metadata, content } = await stored(smallImagePath(face.path, side));
      // The photo is 60 pixels high.
      expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 60, height: 60 });
      expect(metadata.metadata).toStrictEqual({ checked: '1' });
      expect(await download(smallImagePath(face.path, side), { uid: reader })).toBe(200);
    }
  });

  it('loses every header and download token that came with it', async () => {
    const own = {
      contentType: 'image/png',
      cacheControl: 'public, max-age=31536000',
      contentLanguage: 'en',
      metadata: { firebaseStorageDownloadTokens: 'mine' },
    };
    const { downloadTokens } = await upload({ ...face, metadata: own });
    expect(downloadTokens).toBe('mine');
    await settled(face);
    const { metadata } = await stored(face.path);
    expect(metadata.metadata).toStrictEqual({ checked: '1' });
    expect(metadata.cacheControl).toBe('private, max-age=3600');
    expect(metadata).not.toHaveProperty('contentLanguage');
    expect(await download(face.path, { token: 'mine' })).toBe(403);
  });

  it('loses the download token that Storage made for it', async () => {
    const { downloadTokens } = await upload(face);
    expect(downloadTokens).not.toBe('');
    await settled(face);
    expect((await stored(face.path)).metadata.metadata).toStrictEqual({ checked: '1' });
    expect(await download(face.path, { token: downloadTokens })).toBe(403);
    expect(await download(face.path, { uid: reader })).toBe(200);
  });

  it('stays as it is when its event is delivered again, and that of the new one too', async () => {
    const before = Date.now();
    await upload(face);
    await settled(face);
    const { metadata } = await stored(face.path);
    const generation = Number(metadata.generation);
    expect(generation).toBeGreaterThanOrEqual(before);
    const event = (data: object) =>
      ({ data: { bucket: bucket.name, name: face.path, ...data } }) as StorageEvent;
    await onImageFinalized.run(event({ generation: generation - 1 }));
    await onImageFinalized.run(event({ generation, metadata: { checked: '1' } }));
    expect((await stored(face.path)).metadata.generation).toBe(metadata.generation);
  });
});

describe('what is no picture is deleted, its label notwithstanding', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['half a picture', null],
  ])('%s', async (_, text) => {
    const content = text === null ? face.content.subarray(0, face.content.length / 2) : Buffer.from(text);
    await upload({ ...face, content });
    await settled(face);
    expect(await isStored(face.path)).toBe(false);
  });
});

describe('a good picture', () => {
  it('of somebody who was banned after the ticket is deleted', async () => {
    const chatId = `chat-${randomUUID()}`;
    const target = `chats/${chatId}`;
    const path = chatImagePath(chatId, face.uid, newFileId());
    await firestore.doc(`${target}/members/${face.uid}`).set({ uid: face.uid, role: 'member' });
    await firestore.doc(`sanctions/${face.uid}`).set({ banned: true, denied: [], until: null });
    const intoChat = { ...face, target, path };
    await upload(intoChat);
    await settled(intoChat);
    expect(await isStored(path)).toBe(false);
  });

  it('in a match lies under the alias, whose ticket goes as well', async () => {
    const chatId = `chat-${randomUUID()}`;
    const target = `chats/${chatId}`;
    const soon = new Date(Date.now() + 3_600_000);
    await firestore.doc(target).set({ type: 'match', endedAt: null, expiresAt: soon });
    await firestore
      .doc(`${target}/members/${face.uid}`)
      .set({ uid: face.uid, alias: 'otter7', expiresAt: soon });
    const path = chatImagePath(chatId, 'otter7', newFileId());
    const intoMatch = { ...face, target, path };
    await upload(intoMatch);
    await settled(intoMatch);
    expect((await stored(path)).metadata.metadata).toStrictEqual({ checked: '1' });
  });
});

/** A picture as it lies there when it has been checked. */
async function putChecked(path: string) {
  const metadata = { contentType: 'image/webp', metadata: checkedImageMetadata };
  // With the condition, the client may try again when a connection breaks.
  const preconditionOpts = { ifGenerationMatch: 0 };
  await bucket.file(path).save('picture', { resumable: false, metadata, preconditionOpts });
}

describe('a picture that is shown no longer is deleted with its copies', () => {
  it.each([
    ['a person', (id: string) => [`users/${id}`, avatarImagePath(id, newFileId())] as const],
    [
      'a community',
      (id: string) => [`communities/${id}`, communityImagePath(id, face.uid, newFileId())] as const,
    ],
  ])('of %s', async (_, placeOf) => {
    const [target, path] = placeOf(`one-${randomUUID()}`);
    const [, next] = placeOf(target.split('/')[1] ?? '');
    for (const each of [...imageObjectPaths(path), ...imageObjectPaths(next)]) await putChecked(each);
    await firestore.doc(target).set({ avatar: path, cover: null });
    await firestore.doc(target).update({ avatar: next });
    for (const each of imageObjectPaths(path))
      await expect.poll(() => isStored(each), { timeout: patienceMs }).toBe(false);
    for (const each of imageObjectPaths(next)) expect(await isStored(each)).toBe(true);
  });
});

describe('deleting', () => {
  it("a message takes its sender's picture with it, and nobody else's", async () => {
    const chatId = `chat-${randomUUID()}`;
    const [own, other] = ['ada', 'ben'].map((uid) => chatImagePath(chatId, uid, newFileId())) as [
      string,
      string,
    ];
    for (const path of [own, other]) await putChecked(path);
    const images = [own, other].map((path) => ({ path, width: 8, height: 6, alt: '' }));
    const message = firestore.doc(`chats/${chatId}/messages/${newFileId()}`);
    await message.set(newImageMessage({ senderId: 'ada', text: '', images }, FieldValue.serverTimestamp()));
    await message.update({ ...messageTombstone(FieldValue.serverTimestamp()) });
    await expect.poll(() => isStored(own), { timeout: patienceMs }).toBe(false);
    expect(await isStored(other)).toBe(true);
  });

  it('a folder leaves the one whose name begins like its own', async () => {
    const uid = `ada-${randomUUID()}`;
    const [inside, beside] = [avatarImagePath(uid, newFileId()), avatarImagePath(`${uid}0`, newFileId())];
    for (const path of [inside, beside]) await putChecked(path);
    await deleteFolder(`users/${uid}`);
    expect(await isStored(inside)).toBe(false);
    expect(await isStored(beside)).toBe(true);
  });
});
