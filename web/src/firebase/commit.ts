import { emulators, firebaseApp } from './app.ts';
import { auth } from './auth.ts';
import { encodeFields } from './encode-value.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * One write of a commit, by the path of its document. `set` replaces the document whole, `update` only the fields in
 * `data`, and only if there is one. `serverTime` stands for the time of the commit.
 */
export type Write =
  | { readonly set: string; readonly data: Data }
  | { readonly update: string; readonly data: Data }
  | { readonly delete: string };

/** `code` is one of Firestore's own: 'permission-denied', 'unavailable' … */
export class CommitError extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(`Commit: ${code}`, { cause });
    this.name = 'CommitError';
    this.code = code;
  }
}

/** How long to wait for an answer. */
const PATIENCE_MS = 10_000;

/**
 * Commits all writes or none, through Firestore's REST interface. The rules apply as they do to the SDK. It never waits for
 * a connection and does not block the SDK. Throws CommitError. After 'unavailable' or 'deadline-exceeded' there was no
 * answer, and the writes may or may not have been committed.
 */
export async function commit(writes: readonly Write[]): Promise<void> {
  const { signal, stop } = patience();
  try {
    let response = await send(writes, await token(false, signal), signal);
    if (response.status === 401) response = await send(writes, await token(true, signal), signal);
    if (!response.ok) throw new CommitError(await codeOf(response));
  } catch (cause) {
    if (cause instanceof CommitError) throw cause;
    throw new CommitError(signal.aborted ? 'deadline-exceeded' : 'unavailable', cause);
  } finally {
    stop();
  }
}

function patience(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** The person's ID token. Auth may have to fetch a new one. */
async function token(fresh: boolean, signal: AbortSignal): Promise<string> {
  const user = auth().currentUser;
  if (user === null) throw new CommitError('unauthenticated');
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    user.getIdToken(fresh).then(resolve, reject);
  });
}

function send(writes: readonly Write[], bearer: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${documentsUrl()}:commit`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ writes: writes.map(toRest) }),
    signal,
  });
}

function documentsName(): string {
  return `projects/${firebaseApp().options.projectId}/databases/(default)/documents`;
}

function documentsUrl(): string {
  const local = emulators()?.firestore;
  const origin = local ? `http://${local.host}:${local.port}` : 'https://firestore.googleapis.com';
  return `${origin}/v1/${documentsName()}`;
}

function toRest(write: Write) {
  if ('delete' in write) return { delete: `${documentsName()}/${write.delete}` };
  const { fields, serverTimes } = encodeFields(write.data);
  const updateTransforms = serverTimes.map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' }));
  const path = 'set' in write ? write.set : write.update;
  const partly = { updateMask: { fieldPaths: Object.keys(fields) }, currentDocument: { exists: true } };
  return {
    update: { name: `${documentsName()}/${path}`, fields },
    updateTransforms,
    ...('update' in write ? partly : {}),
  };
}

/** The server answers `{ error: { status: 'PERMISSION_DENIED' } }`. Anything else is not from the server. */
async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'string' ? status.toLowerCase().replaceAll('_', '-') : 'unavailable';
}
