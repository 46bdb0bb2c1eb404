import { clear, createStore, delMany, entries, get, set } from 'idb-keyval';
import { whenForgotten } from '../device-store.ts';

/** A picture as it is stored. Not as a Blob: WebKit has lost those. */
interface Shelved {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  /** By this device's clock, in milliseconds. */
  readonly at: number;
}

/** Where the browser refuses IndexedDB, pictures are kept for the life of the page. */
const memory = new Map<string, Blob>();
let isClosed = false;
whenForgotten(() => {
  isClosed = true;
  memory.clear();
});

let opened: ReturnType<typeof createStore> | undefined;
const shelf = () => {
  opened ??= createStore('sameboat-pictures', 'unsent');
  return opened;
};

/** Keeps a picture that is not sent yet on this device, by the path that it will have in Storage. */
export async function shelvePicture(path: string, picture: Blob): Promise<void> {
  if (isClosed) return;
  memory.set(path, picture);
  const shelved: Shelved = { bytes: await picture.arrayBuffer(), type: picture.type, at: Date.now() };
  if (isClosed || !memory.has(path)) return;
  await attempt(() => set(path, shelved, shelf()));
}

/** The picture that is kept here under this path; null if there is none. */
export async function shelvedPicture(path: string): Promise<Blob | null> {
  const here = memory.get(path);
  if (here !== undefined) return here;
  const shelved = await attempt(() => get<Shelved>(path, shelf()));
  return shelved === undefined ? null : new Blob([shelved.bytes], { type: shelved.type });
}

export async function unshelve(paths: readonly string[]): Promise<void> {
  for (const path of paths) memory.delete(path);
  await attempt(() => delMany([...paths], shelf()));
}

/** Removes what has been kept for a day and belongs to no message that waits: its tab was closed before it was sent. */
export async function sweepShelf(isWanted: (path: string) => boolean): Promise<void> {
  const kept = (await attempt(() => entries<string, Shelved>(shelf()))) ?? [];
  const old = kept.filter(
    ([path, { at }]) => at < Date.now() - DAY_MS && !memory.has(path) && !isWanted(path),
  );
  if (old.length > 0) await unshelve(old.map(([path]) => path));
}

/** Removes everything. Rejects when the browser does not let us. */
export async function clearShelf(): Promise<void> {
  memory.clear();
  if (typeof indexedDB !== 'undefined') await clear(shelf());
}

const DAY_MS = 24 * 3_600_000;

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
