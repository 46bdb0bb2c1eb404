import { isFirestoreTime } from '@sameboat/model/time';
import type { Fields } from '../document-store.ts';

/** The same value for a person to read: times as `2026-11-21T18:30:00.000Z`. */
export function readable(value: unknown): unknown {
  if (isFirestoreTime(value)) return new Date(value.toMillis()).toISOString();
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readable(each)]));
}

/** These fields of a document, as far as it has them, to read. */
export function pick(data: Fields, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in data).map((name) => [name, readable(data[name])]));
}
