import { unsignedToken } from '../ask-by-rest.ts';
import { addressOf, bucket } from '../storage-world.ts';

/**
 * Requests to Storage as somebody with a terminal would send them: whatever the SDK would not say can be said here.
 * All resolve to the status that they are answered with.
 */

const { host, port } = addressOf('FIREBASE_STORAGE_EMULATOR_HOST');
const objects = `http://${host}:${port}/v0/b/${bucket}/o`;

/** What the SDK of a signed-in person sends. Emulators take a token that nobody has signed. */
export function bearer(uid: string, claims: Readonly<Record<string, unknown>> = {}): string {
  return `Firebase ${unsignedToken(uid, claims)}`;
}

async function send(url: string, init: RequestInit, authorization: string | null): Promise<Response> {
  const headers = new Headers(init.headers);
  if (authorization !== null) headers.set('authorization', authorization);
  return fetch(url, { ...init, headers });
}

export interface Upload {
  readonly path: string;
  /** As the SDK's `fullMetadata`, and whatever else one would like to have stored. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly content?: string;
}

const picture = { contentType: 'image/png' };

/** One request with two parts: `uploadBytes`. */
export async function uploadMultipart(
  authorization: string | null,
  { path, metadata = picture, content = 'picture' }: Upload,
): Promise<number> {
  const body = [
    '--part\r\nContent-Type: application/json; charset=utf-8\r\n\r\n',
    JSON.stringify({ name: path, ...metadata }),
    `\r\n--part\r\nContent-Type: ${metadata.contentType ?? 'image/png'}\r\n\r\n${content}\r\n--part--`,
  ].join('');
  const headers = {
    'content-type': 'multipart/related; boundary=part',
    'x-goog-upload-protocol': 'multipart',
  };
  const url = `${objects}?name=${encodeURIComponent(path)}`;
  return (await send(url, { method: 'POST', headers, body }, authorization)).status;
}

/** Announced in one request and sent in the next: `uploadBytesResumable`. */
export async function uploadResumable(
  authorization: string | null,
  { path, metadata = picture, content = 'picture' }: Upload,
): Promise<number> {
  const started = await send(
    `${objects}?name=${encodeURIComponent(path)}`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-goog-upload-protocol': 'resumable',
        'x-goog-upload-command': 'start',
        'x-goog-upload-header-content-length': String(content.length),
        'x-goog-upload-header-content-type': String(metadata.contentType),
      },
      body: JSON.stringify({ name: path, ...metadata }),
    },
    authorization,
  );
  const url = started.headers.get('x-goog-upload-url');
  if (url === null) return started.status;
  const headers = { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' };
  return (await send(url, { method: 'POST', headers, body: content }, authorization)).status;
}

/** The bare file, as `curl --data-binary` sends it. */
export async function uploadRaw(
  authorization: string | null,
  { path, content = 'picture' }: Upload,
  contentType = 'image/png',
): Promise<number> {
  const url = `${objects}?name=${encodeURIComponent(path)}`;
  const init = { method: 'POST', headers: { 'content-type': contentType }, body: content };
  return (await send(url, init, authorization)).status;
}

/** Any other request about one file. `path` is encoded as one part of the address unless it is already. */
export async function about(
  path: string,
  authorization: string | null,
  init: RequestInit & { query?: string } = {},
): Promise<number> {
  const { query = '', ...rest } = init;
  const url = `${objects}/${path.includes('%') ? path : encodeURIComponent(path)}${query}`;
  return (await send(url, rest, authorization)).status;
}

export const download = (path: string, authorization: string | null) =>
  about(path, authorization, { query: '?alt=media' });

/** `listAll` and whatever else the parameters say. */
export async function list(
  authorization: string | null,
  parameters: Record<string, string>,
): Promise<number> {
  return (await send(`${objects}?${new URLSearchParams(parameters)}`, {}, authorization)).status;
}
