import type { PageCursor, QuerySpec } from '@sameboat/model/queries';
import { getDocs, type Query, type QuerySnapshot, Timestamp } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy, type DocumentSchema, type WithId } from './checked-documents.ts';
import { connection } from './connection.ts';
import { DataError, toDataError } from './data-error.ts';
import type { Page } from './paged-source.ts';
import { toQuery } from './to-query.ts';

/**
 * Reads one page of a list that is ordered by the time in `field`. Documents that cannot be read are left out. Throws
 * DataError; 'not-loaded' without a connection, when this device has nothing to show either.
 */
export async function getPage<T>(
  spec: QuerySpec,
  schema: DocumentSchema<T>,
  field: string,
): Promise<Page<WithId<T>, PageCursor>> {
  const { items, fromCache, last, size } = await readQuery(spec, schema);
  if (last === undefined || size < spec.limit) return { items, next: null, fromCache };
  const at: unknown = last.get(field);
  return { items, next: { at: at instanceof Timestamp ? at : null, id: last.id }, fromCache };
}

/** What a query finds, once. As `getPage`, for lists that are paged in another way or not at all. */
export async function readQuery<T>(spec: QuerySpec, schema: DocumentSchema<T>) {
  const snapshot = await ask(toQuery(firestore(), spec).withConverter(checkedBy(schema)));
  const { fromCache } = snapshot.metadata;
  if (fromCache && snapshot.empty) throw new DataError('not-loaded');
  const items: WithId<T>[] = [];
  for (const found of snapshot.docs) {
    const document = found.data();
    if (document.ok) items.push(document.value);
  }
  return { items, fromCache, size: snapshot.size, last: snapshot.docs.at(-1) };
}

/** Without a connection the SDK answers from what was read here before; that is no answer of the server. */
async function ask<T>(query: Query<T>): Promise<QuerySnapshot<T>> {
  const answer = connection.expectAnswer();
  try {
    const snapshot = await getDocs(query);
    if (snapshot.metadata.fromCache) answer.failed();
    else answer.arrived();
    return snapshot;
  } catch (cause) {
    const error = toDataError(cause);
    if (error.code === 'offline') answer.failed();
    else answer.arrived();
    throw error;
  }
}
