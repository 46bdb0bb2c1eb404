import { getApps, initializeApp } from 'firebase-admin/app';

/** The bucket with the pictures. Storage's client is loaded at first use: most functions never need it. */
async function openBucket() {
  const { getStorage } = await import('firebase-admin/storage');
  return getStorage(getApps()[0] ?? initializeApp()).bucket();
}

/** Deletes these pictures; one that is gone already is as good as deleted. */
export async function deletePictures(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const bucket = await openBucket();
  await Promise.all(paths.map((path) => bucket.file(path).delete({ ignoreNotFound: true })));
}

/** Deletes everything under a folder: `chats/{chatId}`, `communities/{communityId}` or `users/{uid}`. */
export async function deleteFolder(folder: string): Promise<void> {
  // With the slash, or the folder of a chat would be the beginning of another's.
  await (await openBucket()).deleteFiles({ prefix: `${folder}/` });
}
