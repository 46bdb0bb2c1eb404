import { connectStorageEmulator, type FirebaseStorage, getStorage } from 'firebase/storage';
import { emulators, firebaseApp } from './app.ts';

/** How long a request goes on trying without an answer. The SDK's own ten minutes would look like nothing at all. */
const PATIENCE_MS = 20_000;

let instance: FirebaseStorage | undefined;

/** Cloud Storage, after startFirebase. Import it when it is needed: few screens show a picture. */
export const storage = (): FirebaseStorage => {
  if (instance) return instance;
  instance = getStorage(firebaseApp());
  instance.maxUploadRetryTime = PATIENCE_MS;
  instance.maxOperationRetryTime = PATIENCE_MS;
  const local = emulators();
  if (local) connectStorageEmulator(instance, local.storage.host, local.storage.port);
  return instance;
};
