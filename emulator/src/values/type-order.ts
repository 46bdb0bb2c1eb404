import { GeoPoint } from './geo-point.ts';
import { Reference } from './reference.ts';
import { Timestamp } from './timestamp.ts';
import type { MapValue, Value } from './value.ts';

/**
 * A value's place among the types; NaN and vectors stand apart because range filters and orders treat them so.
 * https://firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering
 */
export const TYPE_ORDER = {
  null: 2,
  boolean: 3,
  nan: 4,
  number: 5,
  timestamp: 6,
  string: 7,
  bytes: 8,
  reference: 9,
  geoPoint: 10,
  array: 11,
  vector: 12,
  map: 13,
} as const;

export type TypeOrder = (typeof TYPE_ORDER)[keyof typeof TYPE_ORDER];

export function typeOrder(value: Value): TypeOrder {
  switch (typeof value) {
    case 'boolean':
      return TYPE_ORDER.boolean;
    case 'bigint':
      return TYPE_ORDER.number;
    case 'number':
      return Number.isNaN(value) ? TYPE_ORDER.nan : TYPE_ORDER.number;
    case 'string':
      return TYPE_ORDER.string;
    default:
      return objectOrder(value);
  }
}

function objectOrder(value: Exclude<Value, boolean | bigint | number | string>): TypeOrder {
  if (value === null) return TYPE_ORDER.null;
  if (value instanceof Map) return isVector(value) ? TYPE_ORDER.vector : TYPE_ORDER.map;
  if (value instanceof Timestamp) return TYPE_ORDER.timestamp;
  if (value instanceof Uint8Array) return TYPE_ORDER.bytes;
  if (value instanceof Reference) return TYPE_ORDER.reference;
  if (value instanceof GeoPoint) return TYPE_ORDER.geoPoint;
  return TYPE_ORDER.array;
}

/** Whether a map is the wire form of a vector. */
export function isVector(map: MapValue): boolean {
  return map.size === 2 && map.get('__type__') === '__vector__' && Array.isArray(map.get('value'));
}

/** A vector's dimensions, or null when the value is no vector. Integers count as doubles. */
export function vectorOf(value: Value | undefined): readonly number[] | null {
  if (!(value instanceof Map) || !isVector(value)) return null;
  const dimensions = value.get('value');
  if (!Array.isArray(dimensions)) return null;
  return dimensions.map((each) =>
    typeof each === 'bigint' ? Number(each) : typeof each === 'number' ? each : Number.NaN,
  );
}
