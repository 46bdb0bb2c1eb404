import { parseImagePath } from '@sameboat/model/image';
import { uploadTicketMs } from '@sameboat/model/limits';
import { newUploadTicket, uploadTicketPath, uploadTicketSchema } from '@sameboat/model/upload-ticket';
import { doc, getDocFromServer } from 'firebase/firestore';
import { serverTime } from '../../firebase/encode-value.ts';
import { firestore } from '../../firebase/firestore.ts';
import { commitNow } from '../commit-now.ts';
import { commitPaced } from '../commit-paced.ts';
import { DataError, toDataError } from '../data-error.ts';
import type { OutboxItem } from '../outbox-state.ts';
import { isStored } from '../send-message.ts';
import { PictureProblem } from './picture-problem.ts';
import { shelvedPicture, unshelve } from './picture-shelf.ts';
import {
  deletePicture,
  isPictureThere,
  putPicture,
  ticketIsGone,
  type UploadOptions,
} from './upload-picture.ts';
import { reportUpload } from './upload-progress.ts';

/** A ticket that has less than this left may run out on the way. */
const TICKET_REST_MS = 60_000;

interface OutgoingOptions {
  readonly signal: AbortSignal;
  /** False when an earlier attempt may have got somewhere. */
  readonly isFirst: boolean;
}

/**
 * Uploads a picture that is kept on this device to its path, or the rest of the way if an earlier attempt got somewhere.
 * Resolves when the server has checked it. Throws what the signal was aborted with, or DataError: 'unreadable' when the
 * device has lost it, 'invalid' when the server cannot use it, 'busy' when the check took too long.
 */
export async function uploadOutgoing(
  uid: string,
  path: string,
  { isFirst, signal }: OutgoingOptions,
): Promise<void> {
  const onProgress = (part: number | null) => reportUpload(path, part ?? 1);
  const { target, fileId } = parseImagePath(path) ?? {};
  if (target === undefined || fileId === undefined) throw new DataError('invalid');
  const ticket = uploadTicketPath(uid, fileId);
  try {
    const found = isFirst ? null : await findTicket(ticket);
    if (!isFirst && found === null && (await isPictureThere(path))) return;
    const picture = await shelvedPicture(path);
    if (picture === null) throw new DataError('unreadable');
    if (found === 'old') await commitNow([{ delete: ticket }]);
    if (found !== 'good')
      await commitPaced({ uid, act: 'image', id: fileId }, [
        { set: ticket, data: newUploadTicket(target, serverTime) },
      ]);
    signal.throwIfAborted();
    await put(path, picture, { onProgress, signal });
    onProgress(null);
    await ticketIsGone(ticket, signal);
    if (!(await isPictureThere(path))) throw new PictureProblem('refused');
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof PictureProblem) throw new DataError(cause.code === 'slow' ? 'busy' : 'invalid');
    throw toDataError(cause);
  } finally {
    reportUpload(path, null);
  }
}

/** Nothing can be stored over a picture, so a refusal may mean that it arrived and only the answer was lost. */
async function put(path: string, picture: Blob, options: UploadOptions): Promise<void> {
  try {
    await putPicture(path, picture, options);
  } catch (cause) {
    if (options.signal.aborted || toDataError(cause).code !== 'not-allowed') throw cause;
    if (!(await isPictureThere(path))) throw cause;
  }
}

async function findTicket(path: string): Promise<'good' | 'old' | null> {
  const snapshot = await getDocFromServer(doc(firestore(), path));
  if (!snapshot.exists()) return null;
  const ticket = uploadTicketSchema.safeParse(snapshot.data()).data;
  const isGood = ticket !== undefined && ticket.at.toMillis() > Date.now() - uploadTicketMs + TICKET_REST_MS;
  return isGood ? 'good' : 'old';
}

/** After the message was sent. */
export function forgetOutgoing({ pictures }: OutboxItem): Promise<void> {
  return unshelve(pictures.map(({ path }) => path));
}

/** Removes the pictures of a message that was discarded, here and in Storage. Never throws. */
export async function dropOutgoing(uid: string, message: OutboxItem): Promise<void> {
  await forgetOutgoing(message);
  const begun = message.pictures.filter(({ state }) => state !== 'new');
  if (begun.length === 0) return;
  try {
    // The answer to the commit may have been lost, and then the message shows them.
    if (await isStored(message)) return;
  } catch {
    return;
  }
  for (const { path } of begun) {
    const { fileId } = parseImagePath(path) ?? {};
    if (fileId !== undefined) void commitNow([{ delete: uploadTicketPath(uid, fileId) }]).catch(() => {});
    await deletePicture(path);
  }
}
