/** Firestore fields as App Engine properties: a meaning, a name, and a PropertyValue. */
import type protobuf from 'protobufjs/minimal.js';
import type { DatabaseId } from '../values/document.ts';
import { GeoPoint } from '../values/geo-point.ts';
import { Reference } from '../values/reference.ts';
import { fromDocumentName, toDocumentName } from '../values/resource-name.ts';
import { toStoredValue } from '../values/stored-value.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import { readInt64, readBytes as readRawBytes, subEnd, writeInt64 } from '../wire/protobuf-value.ts';
import { END_GROUP, projectOf, readElement, START_GROUP, tag, writeId } from './entity-key.ts';

type Reader = protobuf.Reader;
type Writer = protobuf.Writer;

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;

/** `shortBytes` is what production may call bytes in an index; it is never written here. */
const Meaning = {
  timestamp: 7,
  geoPoint: 9,
  bytes: 14,
  shortBytes: 16,
  map: 19,
  emptyArray: 24,
} as const;
const VECTOR_ELEMENT = '__vector__';

/** Entity fields: 13 key and 16 group (written by the caller or empty), 14 empty arrays, 15 every other property. */
export function writeProperties(writer: Writer, fields: MapValue): void {
  for (const [name, value] of fields) {
    if (Array.isArray(value) && value.length === 0)
      writeProperty(writer, 14, name, null, false, Meaning.emptyArray);
  }
  for (const [name, value] of fields) {
    if (!Array.isArray(value)) writeProperty(writer, 15, name, value, false, meaningOf(value));
    for (const element of Array.isArray(value) ? (value as readonly Value[]) : []) {
      writeProperty(writer, 15, name, element, true, meaningOf(element));
    }
  }
}

function meaningOf(value: Value): number {
  if (value instanceof Timestamp) return Meaning.timestamp;
  if (value instanceof Uint8Array) return Meaning.bytes;
  if (value instanceof GeoPoint) return Meaning.geoPoint;
  return value instanceof Map ? Meaning.map : 0;
}

/** Property: 1 meaning, 3 name, 4 multiple, 5 value. */
function writeProperty(
  writer: Writer,
  field: number,
  name: string,
  value: Value,
  multiple: boolean,
  meaning: number,
): void {
  writer.uint32(tag(field, DELIMITED)).fork();
  if (meaning !== 0) writer.uint32(tag(1, VARINT)).int32(meaning);
  writer.uint32(tag(3, DELIMITED)).string(name);
  writer.uint32(tag(4, VARINT)).bool(multiple);
  writer.uint32(tag(5, DELIMITED)).fork();
  writePropertyValue(writer, value);
  writer.ldelim().ldelim();
}

/** PropertyValue: 1 integer, 2 boolean, 3 string, 4 double, 5 point, 12 reference; null is empty. */
function writePropertyValue(writer: Writer, value: Value): void {
  if (value === null) return;
  if (typeof value === 'boolean') writer.uint32(tag(2, VARINT)).bool(value);
  else if (typeof value === 'bigint') writeInt64(writer.uint32(tag(1, VARINT)), value);
  else if (typeof value === 'number') writer.uint32(tag(4, FIXED64)).double(value === 0 ? 0 : value);
  else if (typeof value === 'string') writer.uint32(tag(3, DELIMITED)).string(value);
  else if (value instanceof Timestamp) writeInt64(writer.uint32(tag(1, VARINT)), toMicroseconds(value));
  else if (value instanceof Uint8Array) writer.uint32(tag(3, DELIMITED)).bytes(value);
  else if (value instanceof Reference) writeReference(writer, value);
  else if (value instanceof GeoPoint) {
    writer.uint32(tag(5, START_GROUP));
    writer.uint32(tag(6, FIXED64)).double(value.latitude);
    writer.uint32(tag(7, FIXED64)).double(value.longitude);
    writer.uint32(tag(5, END_GROUP));
  } else if (value instanceof Map) {
    writer.uint32(tag(3, DELIMITED)).fork();
    writeEmbedded(writer, value);
    writer.ldelim();
  }
}

/** A map is an entity without a key of its own. A vector's elements are named alike. */
function writeEmbedded(writer: Writer, fields: MapValue): void {
  writer.uint32(tag(13, DELIMITED)).fork();
  writer.uint32(tag(13, DELIMITED)).string('');
  writer.uint32(tag(14, DELIMITED)).fork().ldelim();
  writer.ldelim();
  const vector = vectorElements(fields);
  if (vector) {
    for (const element of vector) writeProperty(writer, 15, VECTOR_ELEMENT, element, true, 0);
  } else writeProperties(writer, fields);
  writer.uint32(tag(16, DELIMITED)).fork().ldelim();
}

function vectorElements(fields: MapValue): readonly Value[] | null {
  if (fields.size !== 2 || fields.get('__type__') !== '__vector__') return null;
  const elements = fields.get('value');
  return Array.isArray(elements) && elements.length > 0 ? elements : null;
}

function writeReference(writer: Writer, { name }: Reference): void {
  const { database, path } = fromDocumentName(name);
  const segments = path.split('/');
  writer.uint32(tag(12, START_GROUP));
  writer.uint32(tag(13, DELIMITED)).string(`dev~${database.project}`);
  for (let index = 0; index < segments.length; index += 2) {
    writer.uint32(tag(14, START_GROUP));
    writer.uint32(tag(15, DELIMITED)).string(segments[index] ?? '');
    writeId(writer, segments[index + 1] ?? '', 16, 17);
    writer.uint32(tag(14, END_GROUP));
  }
  if (database.database !== '(default)') writer.uint32(tag(23, DELIMITED)).string(database.database);
  writer.uint32(tag(12, END_GROUP));
}

/**
 * Reads one property (field 14 or 15 of an entity) into `fields`. `movesTo`: the database that references of an
 * indexed property at the top level move to on import.
 */
export function readProperty(
  reader: Reader,
  end: number,
  fields: Map<string, Value>,
  movesTo: DatabaseId | null,
): void {
  let meaning = 0;
  let name = '';
  let multiple = false;
  let value: { start: number; end: number } = { start: end, end };
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(1, VARINT)) meaning = reader.int32();
    else if (next === tag(3, DELIMITED)) name = reader.string();
    else if (next === tag(4, VARINT)) multiple = reader.bool();
    else if (next === tag(5, DELIMITED)) {
      const stop = subEnd(reader, end);
      value = { start: reader.pos, end: stop };
      reader.pos = stop;
    } else reader.skipType(next & 7);
  }
  if (meaning === Meaning.emptyArray) {
    fields.set(name, []);
    return;
  }
  reader.pos = value.start;
  const read = readPropertyValue(reader, value.end, meaning, movesTo);
  reader.pos = end;
  if (!multiple) fields.set(name, read);
  else {
    const known = fields.get(name);
    fields.set(name, Array.isArray(known) ? [...known, read] : [read]);
  }
}

function readPropertyValue(reader: Reader, end: number, meaning: number, movesTo: DatabaseId | null): Value {
  let value: Value = null;
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(1, VARINT)) {
      const integer = readInt64(reader);
      value = meaning === Meaning.timestamp ? fromMicroseconds(integer) : integer;
    } else if (next === tag(2, VARINT)) value = reader.bool();
    else if (next === tag(3, DELIMITED)) value = readBytes(reader, end, meaning);
    else if (next === tag(4, FIXED64)) value = toStoredValue(reader.double());
    else if (next === tag(5, START_GROUP)) value = readGeoPoint(reader, end);
    else if (next === tag(12, START_GROUP)) value = readReference(reader, end, movesTo);
    else reader.skipType(next & 7);
  }
  return value;
}

function readBytes(reader: Reader, end: number, meaning: number): Value {
  if (meaning === Meaning.bytes || meaning === Meaning.shortBytes) return readRawBytes(reader, end);
  if (meaning !== Meaning.map) return reader.string();
  const stop = subEnd(reader, end);
  const fields = new Map<string, Value>();
  while (reader.pos < stop) {
    const next = reader.uint32();
    if (next === tag(14, DELIMITED) || next === tag(15, DELIMITED)) {
      readProperty(reader, subEnd(reader, stop), fields, null);
    } else reader.skipType(next & 7);
  }
  const vector = fields.get(VECTOR_ELEMENT);
  if (vector === undefined) return fields;
  return new Map<string, Value>([
    ['__type__', '__vector__'],
    ['value', vector],
  ]);
}

function readGeoPoint(reader: Reader, end: number): GeoPoint {
  let latitude = 0;
  let longitude = 0;
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(5, END_GROUP)) break;
    if (next === tag(6, FIXED64)) latitude = reader.double();
    else if (next === tag(7, FIXED64)) longitude = reader.double();
    else reader.skipType(next & 7);
  }
  return new GeoPoint(latitude, longitude);
}

function readReference(reader: Reader, end: number, movesTo: DatabaseId | null): Reference {
  let app = '';
  let database = '(default)';
  const segments: string[] = [];
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(12, END_GROUP)) break;
    if (next === tag(13, DELIMITED)) app = reader.string();
    else if (next === tag(14, START_GROUP)) {
      segments.push(...readElement(reader, end, 15, 16, 17, tag(14, END_GROUP)));
    } else if (next === tag(23, DELIMITED)) database = reader.string();
    else reader.skipType(next & 7);
  }
  return new Reference(toDocumentName(movesTo ?? { project: projectOf(app), database }, segments.join('/')));
}

function toMicroseconds({ seconds, nanos }: Timestamp): bigint {
  return BigInt(seconds) * 1_000_000n + BigInt(Math.floor(nanos / 1000));
}

function fromMicroseconds(microseconds: bigint): Timestamp {
  const micros = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return new Timestamp(Number((microseconds - micros) / 1_000_000n), Number(micros) * 1000);
}
