import { DataError } from '../data-error.ts';
import type { PicturePorts } from '../outbox.ts';

/** What the outbox does with pictures. Its code is fetched with the first picture. */
export function outgoingPictures(uid: string): Omit<PicturePorts, 'takeTurn'> {
  return {
    async upload(_message, path, { isFirst, signal }) {
      const { uploadOutgoing } = await loadWork();
      await uploadOutgoing(uid, path, { isFirst, signal });
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
