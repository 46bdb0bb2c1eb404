import { now } from '@sameboat/model/fixtures/fixture-time';
import { isFirestoreTime } from '@sameboat/model/time';
import { projectId } from '../world.ts';
import type { Write } from '../write.ts';

/** A write as the REST method `commit` takes it; `now` becomes a transform to the time of the request. */
export function toRestWrite(write: Write): object {
  const name = `projects/${projectId}/databases/(default)/documents/${write[1]}`;
  if (write[0] === 'delete') return { delete: name };
  const entries = Object.entries(write[2]);
  const transformed = entries.filter(([, value]) => value === now);
  const stored = entries.filter(([, value]) => value !== now);
  return {
    update: { name, fields: toFields(stored) },
    ...(write[0] === 'update'
      ? { updateMask: { fieldPaths: stored.map(([path]) => path) }, currentDocument: { exists: true } }
      : {}),
    updateTransforms: transformed.map(([fieldPath]) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })),
  };
}

function toFields(entries: readonly (readonly [string, unknown])[]): Record<string, object> {
  const fields: Record<string, object> = {};
  for (const [path, value] of entries) {
    const [head = path, ...rest] = path.split('.');
    fields[head] =
      rest.length === 0 ? toValue(value) : { mapValue: { fields: toFields([[rest.join('.'), value]]) } };
  }
  return fields;
}

function toValue(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (isFirestoreTime(value)) return { timestampValue: new Date(value.toMillis()).toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  if (typeof value === 'object') return { mapValue: { fields: toFields(Object.entries(value)) } };
  throw new TypeError(`REST has no value for ${typeof value}.`);
}
