import { GeoPoint } from '../../values/geo-point.ts';
import { Reference } from '../../values/reference.ts';
import type { MapValue, Value } from '../../values/value.ts';
import { parseTimestamp } from './typed-values.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a Firestore REST document (`{"name": {"stringValue": "x"}}`). Throws a TypeError when malformed. */
export function fromRestFields(fields: unknown): MapValue {
  const entries = isRecord(fields) ? Object.entries(fields) : [];
  return new Map(entries.map(([name, value]) => [name, fromRestValue(value)]));
}

function fromRestValue(typed: unknown): Value {
  if (!isRecord(typed)) throw new TypeError('a Firestore value is an object');
  const [entry] = Object.entries(typed);
  const [kind, value] = entry ?? ['nullValue', null];
  switch (kind) {
    case 'nullValue':
      return null;
    case 'booleanValue':
      return value === true;
    case 'integerValue':
      return BigInt(String(value));
    case 'doubleValue':
      return Number(value);
    case 'stringValue':
      return String(value);
    case 'bytesValue':
      return Buffer.from(String(value), 'base64');
    case 'referenceValue':
      return new Reference(String(value));
    case 'timestampValue': {
      const timestamp = parseTimestamp(String(value));
      if (timestamp === null) throw new TypeError('a timestamp is RFC 3339');
      return timestamp;
    }
    case 'geoPointValue':
      return isRecord(value) ? new GeoPoint(Number(value.latitude ?? 0), Number(value.longitude ?? 0)) : null;
    case 'arrayValue': {
      const values = isRecord(value) ? value.values : null;
      return Array.isArray(values) ? values.map(fromRestValue) : [];
    }
    case 'mapValue':
      return fromRestFields(isRecord(value) ? value.fields : null);
    default:
      throw new TypeError(`a Firestore value is not of kind ${kind}`);
  }
}
