import { isFirestoreTime } from '@sameboat/model/time';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { removedField } from '../domain/document-store.ts';

/**
 * A copy of `value` with every time as the SDK's own `Timestamp`. The domain makes times that only have its shape, and
 * the SDK would store one as a map.
 */
export function toFirestore(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toStored(each)]));
}

/** One value, as `toFirestore` copies those of a document. */
export function toStored(value: unknown): unknown {
  if (value === removedField) return FieldValue.delete();
  if (isFirestoreTime(value)) return new Timestamp(value.seconds, value.nanoseconds);
  if (Array.isArray(value)) return value.map(toStored);
  if (value instanceof FieldValue || typeof value !== 'object' || value === null) return value;
  return toFirestore(value as Record<string, unknown>);
}
