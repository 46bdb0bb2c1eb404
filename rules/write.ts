import { now } from '@sameboat/model/fixtures/fixture-time';
import { isFirestoreTime } from '@sameboat/model/time';
import {
  type DocumentData,
  doc,
  type Firestore,
  serverTimestamp,
  Timestamp,
  writeBatch,
} from 'firebase/firestore';

export type Write =
  | readonly ['set' | 'update', path: string, data: object]
  | readonly ['delete', path: string];

/** Commits all writes or none, as the app does. */
export function commit(database: Firestore, ...writes: readonly Write[]): Promise<void> {
  const batch = writeBatch(database);
  for (const write of writes) {
    const reference = doc(database, write[1]);
    if (write[0] === 'delete') batch.delete(reference);
    else if (write[0] === 'set') batch.set(reference, toSdk(write[2]) as DocumentData);
    else batch.update(reference, toSdk(write[2]) as DocumentData);
  }
  return batch.commit();
}

/** The SDK's values for those of a fixture: `now` is the server's time, other times are themselves. */
export function toSdk(value: unknown): unknown {
  if (value === now) return serverTimestamp();
  if (value instanceof Timestamp) return value;
  if (isFirestoreTime(value)) return Timestamp.fromMillis(value.toMillis());
  if (Array.isArray(value)) return value.map(toSdk);
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toSdk(entry)]));
  }
  return value;
}
