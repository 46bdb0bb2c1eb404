import { storageBucket } from 'firebase-functions/params';
import { onObjectFinalized } from 'firebase-functions/v2/storage';
import { openFirestore } from './data/firestore.ts';
import { openBucket } from './data/pictures.ts';
import { createUploadStore, isCheckedPicture } from './data/upload-store.ts';
import { cleanPicture } from './domain/clean-picture.ts';
import { settlePicture } from './domain/settle-picture.ts';
import { retried } from './options.ts';

/** Writes each uploaded picture anew, or deletes what is none. One at a time: a large AVIF takes about 1 GB. */
export const onImageFinalized = onObjectFinalized(
  { ...retried, bucket: storageBucket, memory: '2GiB', concurrency: 1 },
  async ({ data }) => {
    // What was written anew comes by here too.
    if (isCheckedPicture(data.metadata)) return;
    const store = createUploadStore(openFirestore(), await openBucket(data.bucket));
    const picture = { path: data.name, generation: String(data.generation) };
    await settlePicture(store, cleanPicture, picture, Date.now());
  },
);
