import { valuesIdentical } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { getField, withField, withoutField } from '../values/fields.ts';
import { toStoredMap } from '../values/stored-value.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import { applyTransform } from './apply-transform.ts';
import type { FieldTransform, Write } from './requests.ts';

export interface WriteOutcome {
  /** Null after a deletion. The very document that was there when nothing changed. */
  readonly document: Document | null;
  readonly transformResults: readonly Value[];
}

/** What a write makes of a document, preconditions aside. `serverTime` is what a server timestamp becomes. */
export function applyWrite(
  current: Document | null,
  write: Write,
  commitTime: Timestamp,
  serverTime: Timestamp,
): WriteOutcome {
  if (write.kind !== 'update' && write.kind !== 'transform') {
    return { document: write.kind === 'verify' ? current : null, transformResults: [] };
  }
  const before = current?.fields ?? new Map<string, Value>();
  const merged = write.kind === 'update' ? merge(before, write) : before;
  const { fields, results } = transform(merged, write.transforms, serverTime);
  if (current !== null && valuesIdentical(current.fields, fields)) {
    return { document: current, transformResults: results };
  }
  const document: Document = {
    path: write.path,
    fields,
    createTime: current?.createTime ?? commitTime,
    updateTime: commitTime,
  };
  return { document, transformResults: results };
}

/** No mask: the fields replace the document. A masked field that is not given is deleted. */
function merge(before: MapValue, write: Extract<Write, { kind: 'update' }>): MapValue {
  const given = toStoredMap(write.fields);
  if (write.mask === null) return given;
  let fields = before;
  for (const path of write.mask) {
    const value = getField(given, path);
    fields = value === undefined ? withoutField(fields, path) : withField(fields, path, value);
  }
  return fields;
}

function transform(
  fields: MapValue,
  transforms: readonly FieldTransform[],
  serverTime: Timestamp,
): { fields: MapValue; results: readonly Value[] } {
  let transformed = fields;
  const results = transforms.map((each) => {
    const { value, result } = applyTransform(getField(transformed, each.field), each, serverTime);
    transformed = withField(transformed, each.field, value);
    return result;
  });
  return { fields: transformed, results };
}
