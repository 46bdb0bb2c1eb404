import { DataError } from '../data-error.ts';
import type { PicturePorts } from '../outbox.ts';
import { reportUpload } from './upload-progress.ts';

/** What the outbox does with pictures. Its code is fetched with the first picture. */
export function outgoingPictures(uid: string): Omit<PicturePorts, 'takeTurn'> {
  return {
    async upload(_message, path, { isFirst, signal }) {
      const { uploadOutgoing } = await loadWork();
      const onProgress = (part: number | null) => reportUpload(path, part ?? 1);
      try {
        await uploadOutgoing(uid, path, { isFirst, signal, onProgress });
      } finally {
        reportUpload(path, null);
      }
    },
    forget(message) {
      void loadWork().then(
        ({ forgetOutgoing }) => forgetOutgoing(message),
        () => {},
      );
    },
    drop(message) {
      void loadWork().then(
        ({ dropOutgoing }) => dropOutgoing(uid, message),
        () => {},
      );
    },
  };
}

async function loadWork() {
  try {
    return await import('./upload-outgoing.ts');
  } catch (cause) {
    throw new DataError('offline', 'not loaded', { cause });
  }
}
