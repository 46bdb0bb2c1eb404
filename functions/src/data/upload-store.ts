import { directStateSchema } from '@sameboat/model/chat';
import { checkedImageMetadata, type ImagePlace } from '@sameboat/model/image';
import { sanctionKindSchema, sanctionPath } from '@sameboat/model/sanction';
import { isFirestoreTime } from '@sameboat/model/time';
import { uploadTicketPath } from '@sameboat/model/upload-ticket';
import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import type { PictureFacts, UploadedPicture, UploadStore } from '../domain/settle-picture.ts';
import type { Bucket } from './pictures.ts';

/**
 * Kept by the browser that fetched it, and by nobody between; for an hour only, since no sign-out empties that cache.
 * A stored picture never changes.
 */
const cacheControl = 'private, max-age=3600';

const notFound = 404;
const preconditionFailed = 412;

/** Production refuses what comes too late; Storage's emulator does it all the same. */
const stillThere = ({ generation }: UploadedPicture) => ({ ifGenerationMatch: generation });

/** Null when the object was deleted or replaced before it could be reached. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === notFound || code === preconditionFailed) return null;
    throw error;
  }
}

/**
 * Whether functions wrote this object. The mark alone would do, since rules let nobody else set it; but what comes in
 * through Firebase's API has a download token as well, and what functions write has none.
 */
export function isCheckedPicture(metadata: Readonly<Record<string, unknown>> | undefined): boolean {
  return metadata?.checked === checkedImageMetadata.checked && !metadata.firebaseStorageDownloadTokens;
}

function asPicture() {
  return {
    resumable: false,
    metadata: { contentType: 'image/webp', cacheControl, metadata: { ...checkedImageMetadata } },
  };
}

const timeOrNull = (value: unknown) => (isFirestoreTime(value) ? value : null);

function toChat(data: DocumentData): PictureFacts['chat'] {
  return {
    state: directStateSchema.safeParse(data.state).data,
    expiresAt: timeOrNull(data.expiresAt),
    endedAt: timeOrNull(data.endedAt),
  };
}

function toSanction(data: DocumentData): PictureFacts['sanction'] {
  return {
    banned: data.banned === true,
    denied: Array.isArray(data.denied) ? data.denied : [],
    until: timeOrNull(data.until),
    kind: sanctionKindSchema.safeParse(data.kind).data ?? 'staff',
  };
}

export function createUploadStore(firestore: Firestore, bucket: Bucket): UploadStore {
  /** In a match the owner is an alias, which only the match's member documents know. */
  async function ownerIn(place: ImagePlace, isMatch: boolean): Promise<string | null> {
    if (!isMatch) return place.owner;
    const members = firestore.collection(`${place.target}/members`);
    const found = await members.where('alias', '==', place.owner).limit(1).get();
    return found.docs[0]?.id ?? null;
  }

  return {
    async factsOf(place) {
      const chat = place.target.startsWith('chats/')
        ? (await firestore.doc(place.target).get()).data()
        : undefined;
      const uid = await ownerIn(place, chat?.type === 'match');
      const sanction = uid === null ? undefined : (await firestore.doc(sanctionPath(uid)).get()).data();
      return { uid, chat: chat ? toChat(chat) : null, sanction: sanction ? toSanction(sanction) : null };
    },
    async read({ path, generation }) {
      const file = bucket.file(path);
      const [metadata] = (await unlessGone(file.getMetadata())) ?? [];
      if (String(metadata?.generation) !== generation) return null;
      const [content] = (await unlessGone(file.download())) ?? [];
      return content ?? null;
    },
    async put(path, content) {
      await bucket.file(path).save(Buffer.from(content), asPicture());
    },
    async replace(picture, content) {
      const options = { ...asPicture(), preconditionOpts: stillThere(picture) };
      const saved = bucket.file(picture.path).save(Buffer.from(content), options);
      return (await unlessGone(saved.then(() => true))) ?? false;
    },
    async delete(picture) {
      await unlessGone(bucket.file(picture.path).delete(stillThere(picture)));
    },
    async isStored(path) {
      const [exists] = await bucket.file(path).exists();
      return exists;
    },
    async deleteCopies(paths) {
      for (const path of paths) await bucket.file(path).delete({ ignoreNotFound: true });
    },
    async deleteTicket(uid, fileId) {
      await firestore.doc(uploadTicketPath(uid, fileId)).delete();
    },
  };
}
