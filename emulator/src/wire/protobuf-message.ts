/** Messages as protobuf, driven by their schemas. */
import protobuf from 'protobufjs/minimal.js';
import { StatusError } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { Message, MessageType } from './message-type.ts';
import {
  decodeFieldEntry,
  decodeTimestamp,
  decodeValue,
  encodeFields,
  encodeTimestamp,
  encodeValue,
  MAX_WIRE_DEPTH,
  readBytes,
  readInt64,
  readString,
  subEnd,
  writeInt64,
} from './protobuf-value.ts';
import { ProtobufWriter, type ProtobufWriting } from './protobuf-writer.ts';
import type { FieldSchema, MessageSchema } from './schema.ts';

type Reader = protobuf.Reader;
type Writer = ProtobufWriting;

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;

/** Throws INTERNAL, as gRPC has it, when the bytes are no such message. Unknown fields are passed over. */
export function decodeProtobuf<T>(type: MessageType<T>, bytes: Uint8Array): T {
  const reader = protobuf.Reader.create(bytes);
  try {
    // The schema of a MessageType<T> describes a T.
    return decodeMessage(type.schema, reader, bytes.length, 0) as T;
  } catch (error) {
    if (error instanceof StatusError) throw error;
    throw new StatusError('INTERNAL', 'Invalid protobuf byte sequence');
  }
}

function decodeMessage(schema: MessageSchema, reader: Reader, end: number, depth: number): Message {
  if (depth > MAX_WIRE_DEPTH) throw new StatusError('INVALID_ARGUMENT', 'The message is nested too deeply.');
  const message: Message = {};
  while (reader.pos < end) {
    const tag = reader.uint32();
    const field = schema.field(tag >>> 3);
    if (field) decodeField(message, field, tag & 7, reader, end, depth);
    else reader.skipType(tag & 7);
  }
  if (reader.pos !== end) throw new RangeError('index out of range');
  return message;
}

function decodeField(
  message: Message,
  field: FieldSchema,
  wireType: number,
  reader: Reader,
  end: number,
  depth: number,
): void {
  if (field.cardinality === 'map') {
    decodeMapEntry(message, field, reader, subEnd(reader, end), depth);
  } else if (field.cardinality === 'many') {
    const list = listOf(message, field.jsonName);
    if (wireType === DELIMITED && isPackable(field)) {
      const stop = subEnd(reader, end);
      while (reader.pos < stop) list.push(decodeSingle(field, reader, stop, depth));
    } else list.push(decodeSingle(field, reader, end, depth));
  } else if (wireType !== wireTypeOf(field)) {
    reader.skipType(wireType);
  } else {
    for (const rival of field.rivals ?? []) delete message[rival];
    message[field.jsonName] = decodeSingle(field, reader, end, depth);
  }
}

function decodeMapEntry(
  message: Message,
  field: FieldSchema,
  reader: Reader,
  end: number,
  depth: number,
): void {
  let map = message[field.jsonName];
  if (!(map instanceof Map)) {
    map = new Map();
    message[field.jsonName] = map;
  }
  if (field.kind === 'value') {
    decodeFieldEntry(reader, end, map as Map<string, Value>, depth);
    return;
  }
  let key = '';
  let text = '';
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 10) key = readString(reader, end);
    else if (tag === 18) text = readString(reader, end);
    else reader.skipType(tag & 7);
  }
  (map as Map<string, string>).set(key, text);
}

function decodeSingle(field: FieldSchema, reader: Reader, end: number, depth: number): unknown {
  switch (field.kind) {
    case 'string':
      return readString(reader, end);
    case 'bytes':
      return readBytes(reader, end);
    case 'bool':
      return reader.bool();
    case 'int32':
      return reader.int32();
    case 'int64':
      return readInt64(reader);
    case 'double':
      return reader.double();
    case 'enum': {
      const number = reader.int32();
      return field.enumeration?.names.get(number) ?? `UNRECOGNIZED_${number}`;
    }
    case 'value':
      return decodeValue(reader, subEnd(reader, end), depth + 1);
    case 'timestamp':
      return decodeTimestamp(reader, subEnd(reader, end));
    case 'wrapper': {
      const inner = decodeMessage(inside(field), reader, subEnd(reader, end), depth + 1);
      return inner.value ?? (inside(field).field(1)?.kind === 'int64' ? 0n : 0);
    }
    case 'message':
      return decodeMessage(inside(field), reader, subEnd(reader, end), depth + 1);
  }
}

/** Encoding never waits, so that one writer is enough. */
const shared = new ProtobufWriter();

export function encodeProtobuf<T extends object>(type: MessageType<T>, message: T): Uint8Array {
  try {
    encodeMessage(type.schema, shared, message as Message);
    return shared.finish();
  } finally {
    shared.reset();
  }
}

function encodeMessage(schema: MessageSchema, writer: Writer, message: Message): void {
  for (const field of schema.fields) {
    const value = message[field.jsonName];
    if (value === undefined) continue;
    if (field.cardinality === 'map') encodeMap(field, writer, value as ReadonlyMap<string, unknown>);
    else if (field.cardinality === 'many') {
      for (const element of value as readonly unknown[]) encodeSingle(field, writer, element);
    } else if (field.rivals || field.kind === 'wrapper' || !isDefault(value))
      encodeSingle(field, writer, value);
  }
}

function encodeMap(field: FieldSchema, writer: Writer, map: ReadonlyMap<string, unknown>): void {
  const tag = (field.number << 3) | DELIMITED;
  if (field.kind === 'value') {
    encodeFields(writer, tag, map as MapValue);
    return;
  }
  for (const [key, text] of map) {
    writer.uint32(tag).fork().uint32(10).string(key).uint32(18).string(String(text)).ldelim();
  }
}

function encodeSingle(field: FieldSchema, writer: Writer, value: unknown): void {
  writer.uint32(((field.number << 3) | wireTypeOf(field)) >>> 0);
  switch (field.kind) {
    case 'string':
      writer.string(value as string);
      break;
    case 'bytes':
      writer.bytes(value as Uint8Array);
      break;
    case 'bool':
      writer.bool(value as boolean);
      break;
    case 'int32':
      writer.int32(value as number);
      break;
    case 'int64':
      writeInt64(writer, value as bigint);
      break;
    case 'double':
      writer.double(value as number);
      break;
    case 'enum':
      writer.int32(field.enumeration?.numbers.get(value as string) ?? 0);
      break;
    case 'timestamp':
      encodeTimestamp(writer, value as Timestamp);
      break;
    case 'value':
      writer.fork();
      encodeValue(writer, value as Value);
      writer.ldelim();
      break;
    case 'wrapper':
      writer.fork();
      encodeMessage(inside(field), writer, { value });
      writer.ldelim();
      break;
    case 'message':
      // A message that several listeners get is encoded once and handed on as bytes.
      if (value instanceof Uint8Array) writer.bytes(value);
      else {
        writer.fork();
        encodeMessage(inside(field), writer, value as Message);
        writer.ldelim();
      }
  }
}

function isDefault(value: unknown): boolean {
  return (
    value === '' ||
    value === 0 ||
    value === 0n ||
    value === false ||
    (value instanceof Uint8Array && value.length === 0)
  );
}

function isPackable(field: FieldSchema): boolean {
  return ['int32', 'int64', 'bool', 'double', 'enum'].includes(field.kind);
}

function wireTypeOf(field: FieldSchema): number {
  if (field.kind === 'double') return FIXED64;
  return isPackable(field) ? VARINT : DELIMITED;
}

function inside(field: FieldSchema): MessageSchema {
  if (!field.message) throw new Error(`The field ${field.jsonName} holds no message.`);
  return field.message;
}

function listOf(message: Message, name: string): unknown[] {
  const list = message[name];
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  message[name] = fresh;
  return fresh;
}
