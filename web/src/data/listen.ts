import { type DocumentReference, doc, onSnapshot, type Query } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { type Checked, checkedBy, type DocumentSchema, type WithId } from './checked-documents.ts';
import { DataError } from './data-error.ts';
import { expectListenerAnswers } from './listener-answers.ts';
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
  const answers = expectListenerAnswers();
  const stop = onSnapshot(
    reference,
    WITH_METADATA,
    (snapshot) => {
      const { fromCache } = snapshot.metadata;
      answers.next(snapshot.metadata);
      const read = snapshot.data();
      if (read === undefined) {
        if (!fromCache) observer.next(null, false);
      } else if (read.ok) observer.next(read.value, fromCache);
      else observer.error(new DataError('unreadable', path));
    },
    (error) => {
      answers.error(error);
      observer.error(error);
    },
  );
  return () => {
    answers.stop();
    stop();
  };
}

export interface QueryObserver<T> {
  /** `found` counts the documents, also those that could not be read and are left out. */
  next(values: WithId<T>[], fromCache: boolean, found: number): void;
  /** Whether to report an empty result from the cache before the server has answered. */
  readonly takesNothingFromCache?: boolean;
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
  const answers = expectListenerAnswers();
  let answered = false;
  const stop = onSnapshot(
    query.withConverter(checkedBy(schema)),
    WITH_METADATA,
    (snapshot) => {
      const { fromCache } = snapshot.metadata;
      answers.next(snapshot.metadata);
      answered ||= !fromCache;
      for (const change of snapshot.docChanges()) {
        if (change.type === 'removed') kept.delete(change.doc.ref.path);
        else kept.set(change.doc.ref.path, change.doc.data());
      }
      const values: WithId<T>[] = [];
      for (const found of snapshot.docs) {
        const read = kept.get(found.ref.path) ?? found.data();
        if (read.ok) values.push(read.value);
      }
      // An empty cache says nothing about what the server has.
      if (answered || !snapshot.empty || observer.takesNothingFromCache)
        observer.next(values, fromCache, snapshot.size);
    },
    (error) => {
      answers.error(error);
      observer.error(error);
    },
  );
  return () => {
    answers.stop();
    stop();
  };
}
