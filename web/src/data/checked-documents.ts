import type { DocumentData, FirestoreDataConverter, QueryDocumentSnapshot } from 'firebase/firestore';
import { DataError } from './data-error.ts';

/** As much of a zod schema as reading needs. */
export interface DocumentSchema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly { path: PropertyKey[] }[] } };
}

export type WithId<T> = T & { readonly id: string };

/** A document that was read, and is what its schema says, or is not. */
export type Checked<T> = { readonly ok: true; readonly value: WithId<T> } | { readonly ok: false };

/**
 * Reads documents through their schema, each alone: a bad one never takes the list with it. A server timestamp that is
 * still on its way reads as this device's estimate. For reading only; writes are made by the model's own functions.
 */
export function checkedBy<T>(schema: DocumentSchema<T>): FirestoreDataConverter<Checked<T>, DocumentData> {
  return {
    toFirestore() {
      throw new DataError('invalid', 'This converter only reads.');
    },
    fromFirestore(snapshot: QueryDocumentSnapshot) {
      const parsed = schema.safeParse(snapshot.data({ serverTimestamps: 'estimate' }));
      if (parsed.success) return { ok: true, value: { ...parsed.data, id: snapshot.id } };
      report(snapshot.ref.path, parsed.error.issues);
      return { ok: false };
    },
  };
}

const reported = new Set<string>();

/** Once a document: which one, and which fields; never what is in them. */
function report(path: string, issues: readonly { path: PropertyKey[] }[]): void {
  if (reported.has(path)) return;
  reported.add(path);
  const fields = issues.map((issue) => issue.path.map(String).join('.') || 'the whole document').join(', ');
  console.warn(`Left out ${path}: not as expected in ${fields}.`);
}
