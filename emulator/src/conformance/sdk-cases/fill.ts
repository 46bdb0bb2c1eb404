import {
  type CollectionReference,
  collection,
  type DocumentData,
  doc,
  type Firestore,
  getDocs,
  getDocsFromCache,
  getDocsFromServer,
  type Query,
  writeBatch,
} from 'firebase/firestore';
import { type SdkWorld, same } from './sdk-case.ts';

/** Writes these documents, by their ids, in one batch. */
export async function fill(
  db: Firestore,
  path: string,
  documents: Readonly<Record<string, DocumentData>>,
): Promise<CollectionReference> {
  const batch = writeBatch(db);
  for (const [id, data] of Object.entries(documents)) batch.set(doc(db, path, id), data);
  await batch.commit();
  return collection(db, path);
}

/**
 * Lets another client write these documents, so that the shared one knows of them only what the server tells it. Its own
 * filters find a little more than the server's (null and NaN), and what it has written itself it would go on showing.
 */
export async function filled(
  { db, room, connect }: SdkWorld,
  documents: Readonly<Record<string, DocumentData>>,
): Promise<CollectionReference> {
  await fill(connect(), room, documents);
  return collection(db, room);
}

export const ids = async (asked: Query) => (await getDocs(asked)).docs.map(({ id }) => id);

/**
 * Rejects unless a query gives these ids, in this order, wherever it is answered: by the SDK from a cache that holds
 * all of `all`, by the server, and by the SDK again, which now knows what the server found.
 */
export async function agrees(all: Query, asked: Query, expected: readonly string[]): Promise<void> {
  const idsOf = async (answer: ReturnType<typeof getDocs>) => (await answer).docs.map(({ id }) => id);
  await getDocsFromServer(all);
  same(await idsOf(getDocsFromCache(asked)), expected);
  same(await idsOf(getDocsFromServer(asked)), expected);
  same(await idsOf(getDocsFromCache(asked)), expected);
}
