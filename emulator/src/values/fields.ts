import type { FieldPath } from './document.ts';
import { isNameField } from './field-path.ts';
import type { MapValue, Value } from './value.ts';

/** The value at a path; undefined when it, or a map on the way to it, is missing. */
export function getField(fields: MapValue, path: FieldPath): Value | undefined {
  let value: Value | undefined = fields;
  for (const segment of path) {
    if (!(value instanceof Map)) return undefined;
    value = value.get(segment);
    if (value === undefined) return undefined;
  }
  return value;
}

/** A copy with the value at `path`; what stands in the way and is no map is replaced by one. */
export function withField(fields: MapValue, path: FieldPath, value: Value): MapValue {
  const [first, ...rest] = path;
  if (first === undefined) return fields;
  const copy = new Map(fields);
  const inner = fields.get(first);
  copy.set(
    first,
    rest.length === 0 ? value : withField(inner instanceof Map ? inner : new Map(), rest, value),
  );
  return copy;
}

/** A copy without the value at `path`; the same map when there is none. Emptied maps stay. */
export function withoutField(fields: MapValue, path: FieldPath): MapValue {
  const [first, ...rest] = path;
  if (first === undefined || !fields.has(first)) return fields;
  if (rest.length === 0) {
    const copy = new Map(fields);
    copy.delete(first);
    return copy;
  }
  const inner = fields.get(first);
  if (!(inner instanceof Map)) return fields;
  const changed = withoutField(inner, rest);
  return changed === inner ? fields : new Map(fields).set(first, changed);
}

/** Only the fields that a projection names; `__name__` alone leaves none. */
export function projectFields(fields: MapValue, mask: readonly FieldPath[]): MapValue {
  let projected: MapValue = new Map();
  for (const path of mask) {
    if (isNameField(path)) continue;
    const value = getField(fields, path);
    if (value !== undefined) projected = withField(projected, path, value);
  }
  return projected;
}
