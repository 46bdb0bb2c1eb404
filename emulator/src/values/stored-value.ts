import { cutToMicros, Timestamp } from './timestamp.ts';
import type { MapValue, Value } from './value.ts';

/** A value as Firestore keeps it: -0.0 becomes 0.0 and timestamps lose what is finer than a microsecond. */
export function toStoredValue(value: Value): Value {
  if (value === 0) return 0;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return toStoredMap(value);
  if (Array.isArray(value)) return toStoredArray(value);
  return value instanceof Timestamp ? cutToMicros(value) : value;
}

/** The same map when nothing in it had to change. */
export function toStoredMap(map: MapValue): MapValue {
  let copy: Map<string, Value> | null = null;
  for (const [key, value] of map) {
    const stored = toStoredValue(value);
    if (!Object.is(stored, value)) {
      copy ??= new Map(map);
      copy.set(key, stored);
    }
  }
  return copy ?? map;
}

function toStoredArray(array: readonly Value[]): readonly Value[] {
  const stored = array.map(toStoredValue);
  return stored.every((value, index) => Object.is(value, array[index])) ? array : stored;
}
