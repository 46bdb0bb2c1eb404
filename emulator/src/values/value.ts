import type { GeoPoint } from './geo-point.ts';
import type { Reference } from './reference.ts';
import type { Timestamp } from './timestamp.ts';

/**
 * A Firestore value in memory. JavaScript's own types wherever one fits exactly:
 * `bigint` is a 64-bit integer, `number` is a double, `Uint8Array` is bytes, an array is an array value,
 * and a `Map` is a map value (keys keep the order in which they were written). A vector is the map
 * `{__type__: '__vector__', value: [doubles]}`, as on the wire.
 * Values are immutable by convention: nothing changes one after it has been stored.
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Timestamp
  | Uint8Array
  | Reference
  | GeoPoint
  | readonly Value[]
  | MapValue;

export type MapValue = ReadonlyMap<string, Value>;
