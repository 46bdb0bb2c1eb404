import type { CursorValue, QuerySpec } from '@sameboat/model/queries';
import { isFirestoreTime } from '@sameboat/model/time';
import {
  collection,
  collectionGroup,
  documentId,
  type Firestore,
  limit,
  orderBy,
  type Query,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';

/** The SDK's query for one that the model describes. The rules tests use it too, so what they allow is what is sent. */
export function toQuery(firestore: Firestore, spec: QuerySpec): Query {
  return query(
    spec.group ? collectionGroup(firestore, spec.collection) : collection(firestore, spec.collection),
    ...spec.where.map((filter) => where(filter.field, filter.op, toValue(filter.value))),
    ...spec.orderBy.map((order) =>
      orderBy(order.field === '__name__' ? documentId() : order.field, order.direction),
    ),
    limit(spec.limit),
    ...(spec.startAfter ? [startAfter(...spec.startAfter.map(toValue))] : []),
  );
}

/** A time must be the SDK's own kind, to the nanosecond; the model knows only its shape. */
function toValue(value: CursorValue | readonly string[]): unknown {
  return isFirestoreTime(value) ? new Timestamp(value.seconds, value.nanoseconds) : value;
}
