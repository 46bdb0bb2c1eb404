import { getStorage } from 'firebase-admin/storage';
import { asAdministrator, projectId } from './suite.ts';

function bucket() {
  if (!process.env.FIREBASE_STORAGE_EMULATOR_HOST)
    throw new Error(
      'FIREBASE_STORAGE_EMULATOR_HOST is not set: run the browser tests with "npm test -- browser".',
    );
  // Starts the Admin SDK.
  asAdministrator();
  return getStorage().bucket(`${projectId}.appspot.com`);
}

/** The paths of everything that is stored in a folder: `users/{uid}`. */
export async function storedIn(folder: string): Promise<readonly string[]> {
  const [files] = await bucket().getFiles({ prefix: `${folder}/` });
  return files.map(({ name }) => name).sort();
}

export async function storedPicture(path: string): Promise<Buffer> {
  const [content] = await bucket().file(path).download();
  return content;
}
