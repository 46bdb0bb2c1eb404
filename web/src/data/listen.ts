import {
  type DocumentReference,
  doc,
  onSnapshot,
  type Query,
  type SnapshotMetadata,
} from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { type Checked, checkedBy, type DocumentSchema, type WithId } from './checked-documents.ts';
import { noteReach } from './connection.ts';
import { DataError } from './data-error.ts';
import type { LiveObserver } from './live-source.ts';

/** Without these the SDK does not tell when it falls back to the cache, nor when the server has caught up. */
const WITH_METADATA = { includeMetadataChanges: true } as const;

/**
 * Follows one document; null when the server says there is none. A document that only this device's cache lacks is
 * not reported: the server has not been asked yet.
 */
export function listenToDocument<T>(
  path: string,
  schema: DocumentSchema<T>,
  observer: LiveObserver<WithId<T> | null>,
): () => void {
  const reference: DocumentReference<Checked<T>> = doc(firestore(), path).withConverter(checkedBy(schema));
  const reach = followReach();
  return onSnapshot(
    reference,
    WITH_METADATA,
    (snapshot) => {
      const { fromCache } = snapshot.metadata;
      reach(snapshot.metadata);
      const read = snapshot.data();
      if (read === undefined) {
        if (!fromCache) observer.next(null, false);
      } else if (read.ok) observer.next(read.value, fromCache);
      else observer.error(new DataError('unreadable', path));
    },
    (error) => observer.error(error),
  );
}

export interface QueryObserver<T> {
  /** `found` counts the documents, also those that could not be read and are left out. */
  next(values: WithId<T>[], fromCache: boolean, found: number): void;
  error(error: unknown): void;
}

/**
 * Follows a query, which must have a limit. Documents that did not change keep their identity from one result to the
 * next, so that rows drawn from them need not be drawn again.
 */
export function listenToQuery<T>(
  query: Query,
  schema: DocumentSchema<T>,
  observer: QueryObserver<T>,
): () => void {
  const kept = new Map<string, Checked<T>>();
  const reach = followReach();
  return onSnapshot(
    query.withConverter(checkedBy(schema)),
    WITH_METADATA,
    (snapshot) => {
      reach(snapshot.metadata);
      for (const change of snapshot.docChanges()) {
        if (change.type === 'removed') kept.delete(change.doc.ref.path);
        else kept.set(change.doc.ref.path, change.doc.data());
      }
      const values: WithId<T>[] = [];
      for (const found of snapshot.docs) {
        const read = kept.get(found.ref.path) ?? found.data();
        if (read.ok) values.push(read.value);
      }
      observer.next(values, snapshot.metadata.fromCache, snapshot.size);
    },
    (error) => observer.error(error),
  );
}

/** Cache first is how every listener begins; cache after the server once answered means that the connection is gone. */
function followReach(): (metadata: SnapshotMetadata) => void {
  let settled = false;
  return ({ fromCache }) => {
    if (!fromCache) settled = true;
    if (settled) noteReach(!fromCache);
  };
}
