import { isFirestoreTime } from '@sameboat/model/time';

/** A placeholder in a document for the time of the commit. */
export const serverTime: unique symbol = Symbol('server time');
export type ServerTime = typeof serverTime;

/** A value in Firestore's REST format: https://firebase.google.com/docs/firestore/reference/rest/v1/Value. */
export type RestValue = Readonly<Record<string, unknown>>;

/**
 * Encodes a document's fields, and lists the top-level fields that hold `serverTime`. Throws TypeError for a value that our
 * documents never hold.
 */
export function encodeFields(data: Readonly<Record<string, unknown>>): {
  readonly fields: Readonly<Record<string, RestValue>>;
  readonly serverTimes: readonly string[];
} {
  const entries = Object.entries(data);
  return {
    fields: Object.fromEntries(
      entries.filter(([, value]) => value !== serverTime).map(([name, value]) => [name, encodeValue(value)]),
    ),
    serverTimes: entries.filter(([, value]) => value === serverTime).map(([name]) => name),
  };
}

function encodeValue(value: unknown): RestValue {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number' && Number.isFinite(value)) {
    return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeValue) } };
  if (isFirestoreTime(value)) return { timestampValue: encodeTime(value) };
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const fields = Object.entries(value).map(([name, inner]) => [name, encodeValue(inner)]);
    return { mapValue: { fields: Object.fromEntries(fields) } };
  }
  throw new TypeError(`A document cannot hold ${String(value)}.`);
}

/** RFC 3339 with nine digits after the second. */
function encodeTime({ seconds, nanoseconds }: { seconds: number; nanoseconds: number }): string {
  const whole = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return `${whole}.${String(nanoseconds).padStart(9, '0')}Z`;
}
