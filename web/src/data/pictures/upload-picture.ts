import { hasSmallCopies, imageObjectPaths, smallImagePath } from '@sameboat/model/image';
import { newUploadTicket, uploadTicketPath, uploadTicketSchema } from '@sameboat/model/upload-ticket';
import { collection, doc } from 'firebase/firestore';
import { deleteObject, getBlob, ref, uploadBytesResumable } from 'firebase/storage';
import { serverTime } from '../../firebase/encode-value.ts';
import { firestore } from '../../firebase/firestore.ts';
import { storage } from '../../firebase/storage.ts';
import { commitNow } from '../commit-now.ts';
import { commitPaced } from '../commit-paced.ts';
import { connection } from '../connection.ts';
import { DataError, toDataError } from '../data-error.ts';
import { listenToDocument } from '../listen.ts';
import { PictureProblem } from './picture-problem.ts';

export interface PictureTarget {
  readonly uid: string;
  /** What it belongs to, as its ticket has it: `users/{uid}` or `communities/{id}`. */
  readonly target: string;
  /** Where it lies, given its file id. */
  readonly pathOf: (fileId: string) => string;
}

export interface UploadOptions {
  /** The part that was sent, from 0 to 1; null while it is being checked. */
  readonly onProgress: (sent: number | null) => void;
  readonly signal: AbortSignal;
}

/** How long the function may take to check a picture. The first one after a pause takes some seconds. */
const CHECK_PATIENCE_MS = 60_000;

/**
 * Uploads a picture and resolves to its path once a function has checked it (docs/decisions/0030). Throws DataError,
 * PictureProblem 'refused' or 'slow', or what the signal was aborted with; then nothing of it stays.
 */
export async function uploadPicture(
  { uid, target, pathOf }: PictureTarget,
  picture: Blob,
  { onProgress, signal }: UploadOptions,
): Promise<string> {
  if (connection.read() === 'offline') throw new DataError('offline');
  const fileId = doc(collection(firestore(), 'users')).id;
  const path = pathOf(fileId);
  const ticket = uploadTicketPath(uid, fileId);
  await commitPaced({ uid, act: 'image', id: fileId }, [
    { set: ticket, data: newUploadTicket(target, serverTime) },
  ]);
  let isStored = false;
  try {
    signal.throwIfAborted();
    await putPicture(path, picture, { onProgress, signal });
    isStored = true;
    onProgress(null);
    await ticketIsGone(ticket, signal);
    if (!(await isPictureThere(path))) throw new PictureProblem('refused');
    return path;
  } catch (cause) {
    // What was refused is deleted already.
    if (isStored && !isRefusal(cause)) void deletePicture(path);
    void commitNow([{ delete: ticket }]).catch(() => {});
    throw cause instanceof PictureProblem || signal.aborted ? cause : toDataError(cause);
  }
}

/** Deletes a picture that nothing shows. Never throws: what cannot be deleted goes with the account. */
export async function deletePicture(path: string): Promise<void> {
  await Promise.allSettled(imageObjectPaths(path).map((each) => deleteObject(ref(storage(), each))));
}

function isRefusal(cause: unknown): boolean {
  return cause instanceof PictureProblem && cause.code === 'refused';
}

/** Stores it, given a ticket. Rejects with what Storage says, or what the signal was aborted with. */
export function putPicture(
  path: string,
  picture: Blob,
  { onProgress, signal }: UploadOptions,
): Promise<void> {
  const task = uploadBytesResumable(ref(storage(), path), picture, { contentType: picture.type });
  return new Promise((resolve, reject) => {
    const stop = () => {
      task.cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    task.on(
      'state_changed',
      ({ bytesTransferred, totalBytes }) => onProgress(bytesTransferred / Math.max(1, totalBytes)),
      reject,
      () => {
        signal.removeEventListener('abort', stop);
        resolve();
      },
    );
  });
}

/** Resolves when the ticket is gone: the last thing the function does. Rejects with PictureProblem 'slow', or DataError. */
export function ticketIsGone(ticket: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      // The listener may answer before it has returned what ends it.
      queueMicrotask(() => stopListening());
      finish();
    };
    const stop = () => end(() => reject(signal.reason));
    const timer = setTimeout(
      () =>
        end(() =>
          reject(connection.read() === 'offline' ? new DataError('offline') : new PictureProblem('slow')),
        ),
      CHECK_PATIENCE_MS,
    );
    signal.addEventListener('abort', stop, { once: true });
    const stopListening = listenToDocument(ticket, uploadTicketSchema, {
      next: (found) => {
        if (found === null) end(resolve);
      },
      error: (cause) => end(() => reject(cause)),
    });
  });
}

/** Whether Storage has it for me to see. */
export async function isPictureThere(path: string): Promise<boolean> {
  try {
    await getBlob(ref(storage(), hasSmallCopies(path) ? smallImagePath(path, 96) : path));
    return true;
  } catch (cause) {
    if (toDataError(cause).code === 'not-found') return false;
    throw cause;
  }
}
