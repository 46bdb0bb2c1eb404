import { randomBytes } from 'node:crypto';
import { newUploadTicket, uploadTicketPath } from '@sameboat/model/upload-ticket';
import { FieldValue } from 'firebase-admin/firestore';
import { openBucket } from './pictures.ts';
import { suiteFirestore, waitFor } from './suite-chat.fixture.ts';

const host = process.env.FIREBASE_STORAGE_EMULATOR_HOST;
if (!host)
  throw new Error('FIREBASE_STORAGE_EMULATOR_HOST is not set: run these tests with "npm test -- functions".');

/** The bucket that the suite gives its functions, in the words in which it does. */
const storageBucket = `${process.env.GCLOUD_PROJECT}.appspot.com`;
process.env.FIREBASE_CONFIG = JSON.stringify({ projectId: process.env.GCLOUD_PROJECT, storageBucket });

const firestore = suiteFirestore();
export const bucket = await openBucket();
const objects = `http://${host}/v0/b/${bucket.name}/o`;

export function newFileId(): string {
  return randomBytes(10).toString('hex');
}

/** What the SDK of a signed-in person sends. The emulators take a token that nobody has signed. */
function bearer(uid: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const firebase = { sign_in_provider: 'password' };
  return `Firebase ${encode({ alg: 'none' })}.${encode({ sub: uid, user_id: uid, firebase })}.`;
}

/** What `metadata` says goes with the file, as any client may say it. */
export interface Upload {
  readonly uid: string;
  readonly target: string;
  readonly path: string;
  readonly content: Uint8Array;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Uploads with a fresh ticket, by the rules. Resolves to what Storage answers, download tokens and all. */
export async function upload({
  uid,
  target,
  path,
  content,
  metadata,
}: Upload): Promise<{ downloadTokens: string }> {
  const ticket = ticketOf(uid, path);
  await ticket.set(newUploadTicket(target, FieldValue.serverTimestamp()));
  const json = JSON.stringify({ name: path, contentType: 'image/png', ...metadata });
  const head = `--part\r\nContent-Type: application/json\r\n\r\n${json}\r\n--part\r\nContent-Type: image/png\r\n\r\n`;
  const response = await fetch(`${objects}?name=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: {
      authorization: bearer(uid),
      'content-type': 'multipart/related; boundary=part',
      'x-goog-upload-protocol': 'multipart',
    },
    body: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--part--')]),
  });
  if (!response.ok) throw new Error(`The upload to ${path} was answered with ${response.status}.`);
  return (await response.json()) as { downloadTokens: string };
}

/** Resolves when the function has seen the upload: the last that it does is to take the ticket. */
export async function settled({ uid, path }: Upload): Promise<void> {
  await waitFor(ticketOf(uid, path), 'no ticket', (data) => data === undefined);
}

/** Status of a download: as somebody who is signed in, or with a download token and no sign-in. */
export async function download(path: string, as: { uid: string } | { token: string }): Promise<number> {
  const query = 'token' in as ? `&token=${as.token}` : '';
  const headers: Record<string, string> = 'uid' in as ? { authorization: bearer(as.uid) } : {};
  const response = await fetch(`${objects}/${encodeURIComponent(path)}?alt=media${query}`, { headers });
  await response.arrayBuffer();
  return response.status;
}

export async function isStored(path: string): Promise<boolean> {
  const [exists] = await bucket.file(path).exists();
  return exists;
}

function ticketOf(uid: string, path: string) {
  return firestore.doc(uploadTicketPath(uid, path.slice(path.lastIndexOf('/') + 1)));
}
