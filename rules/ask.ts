import type { QuerySpec } from '@sameboat/model/queries';
import { isFirestoreTime } from '@sameboat/model/time';
import {
  collection,
  collectionGroup,
  documentId,
  type Firestore,
  getDocs,
  limit,
  orderBy,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';

/** Sends a query as the app sends it. */
export function ask(database: Firestore, spec: QuerySpec) {
  return getDocs(
    query(
      spec.group ? collectionGroup(database, spec.collection) : collection(database, spec.collection),
      ...spec.where.map((filter) => where(filter.field, filter.op, filter.value)),
      ...spec.orderBy.map((order) =>
        orderBy(order.field === '__name__' ? documentId() : order.field, order.direction),
      ),
      limit(spec.limit),
      ...(spec.startAfter
        ? [
            startAfter(
              ...spec.startAfter.map((value) =>
                isFirestoreTime(value) ? Timestamp.fromMillis(value.toMillis()) : value,
              ),
            ),
          ]
        : []),
    ),
  );
}
