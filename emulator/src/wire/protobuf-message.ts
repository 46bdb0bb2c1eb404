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
import { ProtobufWriter } from './protobuf-writer.ts';
import { ReceivedFields } from './received-fields.ts';
import type { FieldSchema, MessageSchema } from './schema.ts';

type Reader = protobuf.Reader;
type Writer = ProtobufWriter;

const WIRE_TYPE = 7;
const DELIMITED = 2;
/** A turn's messages are encoded into pieces of about this size. */
const PIECE = 1024 * 1024;

const receivedFields = new ReceivedFields();

/** Throws INTERNAL, as gRPC has it, when the bytes are no such message. Unknown fields are passed over. */
export function decodeProtobuf<T>(type: MessageType<T>, bytes: Uint8Array): T {
  const reader = protobuf.Reader.create(bytes);
  receivedFields.begin(bytes);
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
    const start = reader.pos;
    const tag = reader.uint32();
    const field = schema.field(tag >>> 3);
    if (field?.cardinality === 'map') decodeMapEntry(message, field, reader, start, end, depth);
    else if (field) decodeField(message, field, tag & WIRE_TYPE, reader, end, depth);
    else reader.skipType(tag & WIRE_TYPE);
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
  if (field.cardinality === 'many') {
    const list = listOf(message, field.jsonName);
    if (wireType === DELIMITED && (field.tag & WIRE_TYPE) !== DELIMITED) {
      const stop = subEnd(reader, end);
      while (reader.pos < stop) list.push(decodeSingle(field, reader, stop, depth));
    } else list.push(decodeSingle(field, reader, end, depth));
  } else if (wireType !== (field.tag & WIRE_TYPE)) {
    reader.skipType(wireType);
  } else {
    for (const rival of field.rivals ?? []) delete message[rival];
    message[field.jsonName] = decodeSingle(field, reader, end, depth);
  }
}

/** The entry began with its tag at `start`. */
function decodeMapEntry(
  message: Message,
  field: FieldSchema,
  reader: Reader,
  start: number,
  messageEnd: number,
  depth: number,
): void {
  const end = subEnd(reader, messageEnd);
  let map = message[field.jsonName];
  if (!(map instanceof Map)) {
    map = new Map();
    message[field.jsonName] = map;
  }
  if (field.kind === 'value') {
    const fields = map as Map<string, Value>;
    decodeFieldEntry(reader, end, fields, depth);
    receivedFields.note(fields, start, end);
    return;
  }
  let key = '';
  let text = '';
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === 10) key = readString(reader, end);
    else if (tag === 18) text = readString(reader, end);
    else reader.skipType(tag & WIRE_TYPE);
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

/** Encoding never waits, so that one writer is enough for single messages, and one for several together. */
const single = new ProtobufWriter();
const together = new ProtobufWriter();

export function encodeProtobuf<T extends object>(type: MessageType<T>, message: T): Uint8Array {
  try {
    encodeMessage(type.schema, single, message as Message);
    return single.finish();
  } finally {
    single.reset();
  }
}

/** Each of the messages; those that are small share their memory. */
export function encodeProtobufs<Source, T extends object>(
  type: MessageType<T>,
  sources: readonly Source[],
  toMessage: (source: Source) => T,
): readonly Uint8Array[] {
  const encoded: Uint8Array[] = [];
  let ends: number[] = [];
  const finish = () => {
    const bytes = together.finish();
    let start = 0;
    for (const end of ends) {
      encoded.push(bytes.subarray(start, end));
      start = end;
    }
    ends = [];
  };
  try {
    for (const source of sources) {
      encodeMessage(type.schema, together, toMessage(source) as Message);
      ends.push(together.length);
      if (together.length > PIECE) finish();
    }
    finish();
    return encoded;
  } finally {
    together.reset();
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
  if (field.kind === 'value') {
    const fields = map as MapValue;
    const received = receivedFields.of(fields);
    if (received !== null) writer.encoded(received.request, received.start, received.end);
    else encodeFields(writer, field.tag, fields);
    return;
  }
  for (const [key, text] of map) {
    writer.uint32(field.tag).fork().uint32(10).string(key).uint32(18).string(String(text)).ldelim();
  }
}

function encodeSingle(field: FieldSchema, writer: Writer, value: unknown): void {
  writer.uint32(field.tag);
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
