import { getApps, initializeApp } from 'firebase-admin/app';
import type { Storage } from 'firebase-admin/storage';

export type Bucket = ReturnType<Storage['bucket']>;

/** The project's own bucket, or the one that is named. Storage's client is loaded here: most functions never need it. */
export async function openBucket(name?: string): Promise<Bucket> {
  const { getStorage } = await import('firebase-admin/storage');
  return getStorage(getApps()[0] ?? initializeApp()).bucket(name);
}

/** Deletes these pictures; one that is gone already is as good as deleted. */
export async function deletePictures(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const bucket = await openBucket();
  await Promise.all(paths.map((path) => bucket.file(path).delete({ ignoreNotFound: true })));
}

/** Deletes everything in a folder: `chats/{chatId}`, `communities/{communityId}` or `users/{uid}`. */
export async function deleteFolder(folder: string): Promise<void> {
  // With a slash at the end, or a chat's folder would take along every other whose id begins like its own.
  await (await openBucket()).deleteFiles({ prefix: `${folder}/` });
}

/** Paths of everything in a folder, as `deleteFolder` names them. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const [files] = await (await openBucket()).getFiles({ prefix: `${folder}/` });
  return files.map(({ name }) => name);
}

/** A picture's bytes; null when it is gone. */
export async function readPicture(path: string): Promise<Buffer | null> {
  const file = (await openBucket()).file(path);
  const [exists] = await file.exists();
  if (!exists) return null;
  const [content] = await file.download();
  return content;
}
