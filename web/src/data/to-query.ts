import type { CursorValue, QuerySpec } from '@sameboat/model/queries';
import { isFirestoreTime } from '@sameboat/model/time';
import {
  collection,
  collectionGroup,
  documentId,
  limit,
  orderBy,
  type Query,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';

/** The SDK's query for one that the model describes; the rules tests run the same description. */
export function toQuery(spec: QuerySpec): Query {
  const db = firestore();
  return query(
    spec.group ? collectionGroup(db, spec.collection) : collection(db, spec.collection),
    ...spec.where.map((filter) => where(filter.field, filter.op, filter.value)),
    ...spec.orderBy.map((order) =>
      orderBy(order.field === '__name__' ? documentId() : order.field, order.direction),
    ),
    limit(spec.limit),
    ...(spec.startAfter ? [startAfter(...spec.startAfter.map(toCursor))] : []),
  );
}

/** A time in a cursor must be the SDK's own kind; the model knows only its shape. */
function toCursor(value: CursorValue): unknown {
  return isFirestoreTime(value) ? new Timestamp(value.seconds, value.nanoseconds) : value;
}
