/** Firestore values as protobuf, straight to and from the form they are kept in. */
import type protobuf from 'protobufjs/minimal.js';
import { GeoPoint } from '../values/geo-point.ts';
import { Reference } from '../values/reference.ts';
import { StatusError } from '../values/status.ts';
import { isValidTimestamp, Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { ProtobufWriting } from './protobuf-writer.ts';

type Reader = protobuf.Reader;
type Writer = ProtobufWriting;

/** How deep protobuf and JSON values may nest on the wire; what Firestore itself allows is checked behind. */
export const MAX_WIRE_DEPTH = 100;

enum Field {
  Boolean = 1,
  Integer = 2,
  Double = 3,
  Reference = 5,
  Map = 6,
  GeoPoint = 8,
  Array = 9,
  Timestamp = 10,
  Null = 11,
  String = 17,
  Bytes = 18,
}

export function decodeValue(reader: Reader, end: number, depth: number): Value {
  if (depth > MAX_WIRE_DEPTH) throw new StatusError('INVALID_ARGUMENT', 'The value is nested too deeply.');
  let value: Value | undefined;
  while (reader.pos < end) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case Field.Boolean:
        value = reader.bool();
        break;
      case Field.Integer:
        value = readInt64(reader);
        break;
      case Field.Double:
        value = reader.double();
        break;
      case Field.Reference:
        value = new Reference(readString(reader, end));
        break;
      case Field.Map:
        value = decodeMap(reader, subEnd(reader, end), depth);
        break;
      case Field.GeoPoint:
        value = decodeGeoPoint(reader, subEnd(reader, end));
        break;
      case Field.Array:
        value = decodeArray(reader, subEnd(reader, end), depth);
        break;
      case Field.Timestamp:
        value = decodeTimestamp(reader, subEnd(reader, end));
        break;
      case Field.Null:
        reader.int32();
        value = null;
        break;
      case Field.String:
        value = readString(reader, end);
        break;
      case Field.Bytes:
        value = readBytes(reader, end);
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  if (value === undefined) throw new StatusError('INVALID_ARGUMENT', 'Value type is not set.');
  return value;
}

/** A MapValue or a Document's `fields`: entries in field 1 or, for the document, field 2. */
export function decodeFieldEntry(reader: Reader, end: number, into: Map<string, Value>, depth: number): void {
  let key = '';
  let value: Value | undefined;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 10) key = readString(reader, end);
    else if (tag === 18) value = decodeValue(reader, subEnd(reader, end), depth + 1);
    else reader.skipType(tag & 7);
  }
  if (value === undefined) throw new StatusError('INVALID_ARGUMENT', 'Value type is not set.');
  into.set(key, value);
}

function decodeMap(reader: Reader, end: number, depth: number): MapValue {
  const fields = new Map<string, Value>();
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 10) decodeFieldEntry(reader, subEnd(reader, end), fields, depth);
    else reader.skipType(tag & 7);
  }
  return fields;
}

function decodeArray(reader: Reader, end: number, depth: number): readonly Value[] {
  const values: Value[] = [];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 10) values.push(decodeValue(reader, subEnd(reader, end), depth + 1));
    else reader.skipType(tag & 7);
  }
  return values;
}

function decodeGeoPoint(reader: Reader, end: number): GeoPoint {
  let latitude = 0;
  let longitude = 0;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 9) latitude = reader.double();
    else if (tag === 17) longitude = reader.double();
    else reader.skipType(tag & 7);
  }
  return new GeoPoint(latitude, longitude);
}

export function decodeTimestamp(reader: Reader, end: number): Timestamp {
  let seconds = 0;
  let nanos = 0;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 8) seconds = Number(readInt64(reader));
    else if (tag === 16) nanos = reader.int32();
    else reader.skipType(tag & 7);
  }
  const time = new Timestamp(seconds, nanos);
  if (!isValidTimestamp(time)) throw new StatusError('INVALID_ARGUMENT', 'The timestamp is out of range.');
  return time;
}

/** The end of the length-delimited field that starts here. Throws when it lies outside of its parent. */
export function subEnd(reader: Reader, end: number): number {
  const length = reader.uint32();
  const stop = reader.pos + length;
  if (stop > end) throw new RangeError('index out of range');
  return stop;
}

/** protobufjs cuts a string that runs over the end of its message; here that is an error. */
export function readString(reader: Reader, end: number): string {
  checkLength(reader, end);
  return reader.string();
}

export function readBytes(reader: Reader, end: number): Uint8Array {
  checkLength(reader, end);
  // A copy, so that a value does not hold on to the whole request it came in.
  return Uint8Array.from(reader.bytes());
}

function checkLength(reader: Reader, end: number): void {
  const start = reader.pos;
  subEnd(reader, end);
  reader.pos = start;
}

/** A varint as a signed 64-bit integer. protobufjs would give a number, which is not exact. */
export function readInt64(reader: Reader): bigint {
  let result = 0n;
  let small = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = reader.buf[reader.pos];
    if (byte === undefined || reader.pos >= reader.len) throw new RangeError('index out of range');
    reader.pos += 1;
    if (index < 4) small |= (byte & 0x7f) << (7 * index);
    else result |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) return index < 4 ? BigInt(small) : BigInt.asIntN(64, result | BigInt(small));
  }
  throw new RangeError('invalid varint encoding');
}

export function encodeValue(writer: Writer, value: Value): void {
  if (value === null) writer.uint32(88).int32(0);
  else if (typeof value === 'string') writer.uint32(138).string(value);
  else if (typeof value === 'bigint') writeInt64(writer.uint32(16), value);
  else if (typeof value === 'number') writer.uint32(25).double(value);
  else if (typeof value === 'boolean') writer.uint32(8).bool(value);
  else if (value instanceof Timestamp) encodeTimestamp(writer.uint32(82), value);
  else if (value instanceof Map) {
    writer.uint32(50).fork();
    encodeFields(writer, 10, value);
    writer.ldelim();
  } else if (value instanceof Uint8Array) writer.uint32(146).bytes(value);
  else if (value instanceof Reference) writer.uint32(42).string(value.name);
  else if (value instanceof GeoPoint) {
    writer.uint32(66).fork();
    if (value.latitude !== 0) writer.uint32(9).double(value.latitude);
    if (value.longitude !== 0) writer.uint32(17).double(value.longitude);
    writer.ldelim();
  } else if (Array.isArray(value)) {
    writer.uint32(74).fork();
    for (const element of value) {
      writer.uint32(10).fork();
      encodeValue(writer, element);
      writer.ldelim();
    }
    writer.ldelim();
  }
}

/** Writes each field as a map entry under `tag`. */
export function encodeFields(writer: Writer, tag: number, fields: MapValue): void {
  for (const [key, value] of fields) {
    writer.uint32(tag).fork().uint32(10).string(key).uint32(18).fork();
    encodeValue(writer, value);
    writer.ldelim().ldelim();
  }
}

/** Writes the length-delimited message; its tag has been written. */
export function encodeTimestamp(writer: Writer, time: Timestamp): void {
  writer.fork();
  if (time.seconds !== 0) writer.uint32(8).int64(time.seconds);
  if (time.nanos !== 0) writer.uint32(16).int32(time.nanos);
  writer.ldelim();
}

export function writeInt64(writer: Writer, value: bigint): void {
  const bits = BigInt.asUintN(64, value);
  writer.int64({
    low: Number(bits & 0xffffffffn) | 0,
    high: Number(bits >> 32n) | 0,
    unsigned: false,
  });
}
