import type { Chat } from '@sameboat/model/chat';
import {
  hasSmallCopies,
  type ImagePlace,
  parseImagePath,
  type SmallImageSide,
  smallImagePath,
  smallImageSides,
} from '@sameboat/model/image';
import type { Sanction } from '@sameboat/model/sanction';

/** One object that was stored under a path. What is put in its place, by us or by another upload, has a new generation. */
export interface UploadedPicture {
  readonly path: string;
  readonly generation: string;
}

/** A picture written anew, as WebP, and its square copies. */
export interface CleanPicture {
  readonly content: Uint8Array;
  readonly small: readonly { readonly side: SmallImageSide; readonly content: Uint8Array }[];
}

/** What a picture's place leads to. */
export interface PictureFacts {
  /** Who uploaded it. Null when the path names nobody, as with a uid in a match, or with an alias that has left. */
  readonly uid: string | null;
  /** Null for a picture that belongs to no chat, or to one that is gone. */
  readonly chat: Pick<Chat, 'state' | 'expiresAt' | 'endedAt'> | null;
  readonly sanction: Pick<Sanction, 'banned' | 'denied' | 'until' | 'kind'> | null;
}

export interface UploadStore {
  factsOf(place: ImagePlace): Promise<PictureFacts>;
  /** Null when this object is gone. */
  read(picture: UploadedPicture): Promise<Uint8Array | null>;
  /** Stores a marked object under a path that no client can write to. */
  put(path: string, content: Uint8Array): Promise<void>;
  /** Puts a marked object with this content in its place. False, and nothing done, when it is gone. */
  replace(picture: UploadedPicture, content: Uint8Array): Promise<boolean>;
  /** Does nothing when it is gone. */
  delete(picture: UploadedPicture): Promise<void>;
  isStored(path: string): Promise<boolean>;
  /** One that is gone already is no error. */
  deleteCopies(paths: readonly string[]): Promise<void>;
  deleteTicket(uid: string, fileId: string): Promise<void>;
}

/**
 * Writes an uploaded picture anew, or deletes it: when it is none, or when its chat was shut or its owner banned since
 * the ticket was granted, which the Storage rule cannot read as well. Its square copies are stored first, so they are
 * there once the picture can be seen. Then the ticket goes. Called again, it does nothing more. `now` is in milliseconds.
 */
export async function settlePicture(
  store: UploadStore,
  clean: (upload: Uint8Array, squares: readonly SmallImageSide[]) => Promise<CleanPicture | null>,
  picture: UploadedPicture,
  now: number,
): Promise<void> {
  const place = parseImagePath(picture.path);
  if (place === null) return;
  const facts = await store.factsOf(place);
  const upload = await store.read(picture);
  if (upload !== null) {
    const squares = hasSmallCopies(picture.path) ? smallImageSides : [];
    const cleaned = mayStay(facts, now) ? await clean(upload, squares) : null;
    if (cleaned === null) await store.delete(picture);
    else await publish(store, picture, cleaned);
  }
  if (facts.uid !== null) await store.deleteTicket(facts.uid, place.fileId);
}

async function publish(store: UploadStore, picture: UploadedPicture, { content, small }: CleanPicture) {
  const pathOf = (side: SmallImageSide) => smallImagePath(picture.path, side);
  for (const copy of small) await store.put(pathOf(copy.side), copy.content);
  if (await store.replace(picture, content)) return;
  // Its owner deleted it while we worked. If it is there, the same event was delivered twice at once.
  if (!(await store.isStored(picture.path))) await store.deleteCopies(small.map(({ side }) => pathOf(side)));
}

function mayStay({ uid, chat, sanction }: PictureFacts, now: number): boolean {
  return (
    uid !== null && (chat === null || isOpen(chat, now)) && (sanction === null || mayWrite(sanction, now))
  );
}

function isOpen({ state, expiresAt, endedAt }: NonNullable<PictureFacts['chat']>, now: number): boolean {
  const isAccepted = state === undefined || state === 'open';
  return isAccepted && endedAt === null && (expiresAt === null || expiresAt.toMillis() > now);
}

function mayWrite(
  { banned, denied, until, kind }: NonNullable<PictureFacts['sanction']>,
  now: number,
): boolean {
  if (kind === 'deleted') return false;
  const isOver = until !== null && until.toMillis() <= now;
  return isOver || !(banned || denied.includes('write'));
}
