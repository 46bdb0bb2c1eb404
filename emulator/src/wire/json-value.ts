/** Firestore values as ProtoJSON. Output is text, because objects would lose the order of the fields. */
import { GeoPoint } from '../values/geo-point.ts';
import { Reference } from '../values/reference.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import { invalidPayload } from './invalid-payload.ts';
import {
  asObject,
  fromJsonBool,
  fromJsonBytes,
  fromJsonDouble,
  fromJsonInt64,
  fromJsonString,
  toJsonBytes,
  toJsonDouble,
} from './json-scalar.ts';
import { fromJsonTimestamp, toJsonTimestamp } from './json-timestamp.ts';
import { MAX_WIRE_DEPTH } from './protobuf-value.ts';

/** The members of a value, by either spelling. */
const NAMES = [
  'nullValue',
  'booleanValue',
  'integerValue',
  'doubleValue',
  'timestampValue',
  'stringValue',
  'bytesValue',
  'referenceValue',
  'geoPointValue',
  'arrayValue',
  'mapValue',
] as const;
type Member = (typeof NAMES)[number];
const MEMBERS = new Map<string, Member>();
for (const name of NAMES) {
  MEMBERS.set(name, name).set(
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    name,
  );
}

/** `depth` counts messages, as the reference's parser does: a map or array is one, and so is each value in it. */
export function fromJsonValue(json: unknown, depth: number): Value {
  if (depth >= MAX_WIRE_DEPTH) throw invalidPayload();
  let value: Value | undefined;
  for (const [key, part] of Object.entries(asObject(json))) {
    const member = MEMBERS.get(key);
    if (member === undefined) throw invalidPayload();
    // Everywhere but in `nullValue`, null says that there is nothing.
    if (part === null && member !== 'nullValue') continue;
    if (value !== undefined) throw invalidPayload();
    value = fromJsonMember(member, part, depth);
  }
  if (value === undefined) throw invalidPayload();
  return value;
}

function fromJsonMember(member: Member, part: unknown, depth: number): Value {
  switch (member) {
    case 'nullValue':
      if (part !== null && part !== 'NULL_VALUE' && part !== 0) throw invalidPayload();
      return null;
    case 'booleanValue':
      return fromJsonBool(part);
    case 'integerValue':
      return fromJsonInt64(part);
    case 'doubleValue':
      return fromJsonDouble(part);
    case 'timestampValue':
      return fromJsonTimestamp(part);
    case 'stringValue':
      return fromJsonString(part);
    case 'bytesValue':
      return fromJsonBytes(part);
    case 'referenceValue':
      return new Reference(fromJsonString(part));
    case 'geoPointValue':
      return fromJsonGeoPoint(part);
    case 'arrayValue':
      return fromJsonArray(part, depth + 1);
    case 'mapValue':
      return fromJsonMap(part, depth + 1);
  }
}

/** The object under `fields`. */
export function fromJsonFields(json: unknown, depth: number): MapValue {
  const fields = new Map<string, Value>();
  for (const [key, part] of Object.entries(asObject(json))) fields.set(key, fromJsonValue(part, depth + 1));
  return fields;
}

function fromJsonGeoPoint(json: unknown): GeoPoint {
  const point = asObject(json);
  for (const key of Object.keys(point)) if (key !== 'latitude' && key !== 'longitude') throw invalidPayload();
  return new GeoPoint(fromJsonDouble(point.latitude ?? 0), fromJsonDouble(point.longitude ?? 0));
}

function fromJsonArray(json: unknown, depth: number): readonly Value[] {
  const array = asObject(json);
  for (const key of Object.keys(array)) if (key !== 'values') throw invalidPayload();
  const values = array.values ?? [];
  if (!Array.isArray(values)) throw invalidPayload();
  return values.map((part) => fromJsonValue(part, depth + 1));
}

function fromJsonMap(json: unknown, depth: number): MapValue {
  const map = asObject(json);
  for (const key of Object.keys(map)) if (key !== 'fields') throw invalidPayload();
  return fromJsonFields(map.fields ?? {}, depth);
}

/** The text of the object `{"stringValue":…}`. */
export function toJsonValue(value: Value): string {
  if (value === null) return '{"nullValue":null}';
  switch (typeof value) {
    case 'string':
      return `{"stringValue":${JSON.stringify(value)}}`;
    case 'bigint':
      return `{"integerValue":"${value}"}`;
    case 'number':
      return `{"doubleValue":${toJsonDouble(value)}}`;
    case 'boolean':
      return `{"booleanValue":${value}}`;
  }
  if (value instanceof Timestamp) return `{"timestampValue":${toJsonTimestamp(value)}}`;
  if (value instanceof Map) {
    return value.size === 0 ? '{"mapValue":{}}' : `{"mapValue":{"fields":${toJsonFields(value)}}}`;
  }
  if (value instanceof Uint8Array) return `{"bytesValue":${toJsonBytes(value)}}`;
  if (value instanceof Reference) return `{"referenceValue":${JSON.stringify(value.name)}}`;
  if (value instanceof GeoPoint) return `{"geoPointValue":${toJsonGeoPoint(value)}}`;
  const values = value as readonly Value[];
  return values.length === 0
    ? '{"arrayValue":{}}'
    : `{"arrayValue":{"values":[${values.map(toJsonValue).join(',')}]}}`;
}

/** The text of the object under `fields`. */
export function toJsonFields(fields: MapValue): string {
  let text = '{';
  for (const [key, value] of fields) {
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${toJsonValue(value)}`;
  }
  return `${text}}`;
}

function toJsonGeoPoint({ latitude, longitude }: GeoPoint): string {
  const parts: string[] = [];
  if (latitude !== 0) parts.push(`"latitude":${toJsonDouble(latitude)}`);
  if (longitude !== 0) parts.push(`"longitude":${toJsonDouble(longitude)}`);
  return `{${parts.join(',')}}`;
}
