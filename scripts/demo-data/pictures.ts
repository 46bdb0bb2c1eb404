import {
  avatarImagePath,
  checkedImageMetadata,
  communityImagePath,
  hasSmallCopies,
  smallImagePath,
  smallImageSides,
} from '@sameboat/model/image';
import sharp from 'sharp';
import { communities } from './communities.ts';
import { drawScene } from './draw-scene.ts';
import { opaqueId } from './opaque-id.ts';
import { people, personCalled } from './people.ts';

interface DemoPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of a demo person; null for every third, who has none. */
export function avatarOf(uid: string): DemoPicture | null {
  const place = people.findIndex((person) => person.uid === uid);
  if (place % 3 === 2) return null;
  return { path: avatarImagePath(uid, opaqueId('avatar', uid)), width: 512, height: 512 };
}

/** The pictures of a demo community, uploaded by its founder. */
export function picturesOf(communityId: string): { avatar: DemoPicture; cover: DemoPicture } | null {
  const place = communities.findIndex(({ name }) => opaqueId('community', name) === communityId);
  const founder = communities[place]?.members[0];
  if (founder === undefined || place % 4 === 3) return null;
  const pathOf = (what: string) =>
    communityImagePath(communityId, personCalled(founder).uid, opaqueId(what, communityId));
  return {
    avatar: { path: pathOf('avatar'), width: 512, height: 512 },
    cover: { path: pathOf('cover'), width: 1280, height: 400 },
  };
}

/** Draws every picture of the demo and stores it in the suite as functions would have: checked, with its copies. */
export async function storePictures(suite: { storageHost: string; projectId: string }): Promise<void> {
  const all = [
    ...people.map(({ uid }) => avatarOf(uid)),
    ...communities.flatMap(({ name }) => Object.values(picturesOf(opaqueId('community', name)) ?? {})),
  ].filter((picture) => picture !== null);
  await Promise.all(
    all.map(async (picture) => {
      for (const { path, content } of await objectsOf(picture)) await store(suite, path, content);
    }),
  );
}

async function objectsOf({ path, width, height }: DemoPicture) {
  const drawn = await sharp(Buffer.from(drawScene(path, width, height)))
    .webp({ quality: 80 })
    .toBuffer();
  const sides = hasSmallCopies(path) ? smallImageSides : [];
  const copies = sides.map(async (side) => ({
    path: smallImagePath(path, side),
    content: await sharp(drawn).resize(side, side, { fit: 'cover' }).webp({ quality: 80 }).toBuffer(),
  }));
  return [...(await Promise.all(copies)), { path, content: drawn }];
}

/** By Google Cloud's own API, which is for administrators: it knows no rules and makes no download token. */
async function store(
  suite: { storageHost: string; projectId: string },
  path: string,
  content: Buffer,
): Promise<void> {
  const metadata = {
    name: path,
    contentType: 'image/webp',
    cacheControl: 'private, max-age=3600',
    metadata: checkedImageMetadata,
  };
  const url = `http://${suite.storageHost}/upload/storage/v1/b/${suite.projectId}.appspot.com/o?uploadType=multipart&name=${encodeURIComponent(path)}`;
  const head = `--part\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(metadata)}\r\n--part\r\ncontent-type: image/webp\r\n\r\n`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/related; boundary=part', authorization: 'Bearer owner' },
    body: new Uint8Array(Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--part--')])),
  });
  if (!response.ok) throw new Error(`Storing ${path} was answered with ${response.status}.`);
}
