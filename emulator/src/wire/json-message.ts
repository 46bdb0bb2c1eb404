/** Messages as ProtoJSON, driven by their schemas. */
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import { invalidPayload } from './invalid-payload.ts';
import {
  asObject,
  fromJsonBool,
  fromJsonBytes,
  fromJsonDouble,
  fromJsonInt32,
  fromJsonInt64,
  fromJsonString,
  toJsonBytes,
  toJsonDouble,
} from './json-scalar.ts';
import { fromJsonTimestamp, toJsonTimestamp } from './json-timestamp.ts';
import { fromJsonFields, fromJsonValue, toJsonFields, toJsonValue } from './json-value.ts';
import type { Message, MessageType } from './message-type.ts';
import { MAX_WIRE_DEPTH } from './protobuf-value.ts';
import type { FieldSchema, MessageSchema } from './schema.ts';

/** Throws INVALID_ARGUMENT for unknown fields, wrong types, and two members of one oneof. */
export function fromJson<T>(type: MessageType<T>, json: unknown): T {
  // The schema of a MessageType<T> describes a T.
  return fromJsonMessage(type.schema, json, 0) as T;
}

function fromJsonMessage(schema: MessageSchema, json: unknown, depth: number): Message {
  if (depth >= MAX_WIRE_DEPTH) throw invalidPayload();
  const message: Message = {};
  for (const [key, part] of Object.entries(asObject(json))) {
    const field = schema.fieldNamed(key);
    if (!field || field.jsonName in message) throw invalidPayload();
    if (part === null) continue;
    if (field.rivals?.some((rival) => rival in message)) throw invalidPayload();
    message[field.jsonName] = fromJsonField(field, part, depth);
  }
  return message;
}

function fromJsonField(field: FieldSchema, json: unknown, depth: number): unknown {
  if (field.cardinality === 'many') {
    if (!Array.isArray(json)) throw invalidPayload();
    return json.map((part) => fromJsonSingle(field, part, depth));
  }
  if (field.cardinality === 'map') {
    if (field.kind === 'value') return fromJsonFields(json, depth);
    return new Map(Object.entries(asObject(json)).map(([key, part]) => [key, fromJsonString(part)]));
  }
  return fromJsonSingle(field, json, depth);
}

function fromJsonSingle(field: FieldSchema, json: unknown, depth: number): unknown {
  switch (field.kind) {
    case 'string':
      return fromJsonString(json);
    case 'bytes':
      return fromJsonBytes(json);
    case 'bool':
      return fromJsonBool(json);
    case 'int32':
      return fromJsonInt32(json);
    case 'int64':
      return fromJsonInt64(json);
    case 'double':
      return fromJsonDouble(json);
    case 'enum':
      return fromJsonEnum(field, json);
    case 'value':
      return fromJsonValue(json, depth + 1);
    case 'timestamp':
      return fromJsonTimestamp(json);
    case 'wrapper': {
      const inner = field.message?.field(1);
      if (!inner) throw new Error(`The field ${field.jsonName} wraps nothing.`);
      return fromJsonSingle(inner, json, depth);
    }
    case 'message':
      if (!field.message) throw new Error(`The field ${field.jsonName} holds no message.`);
      return fromJsonMessage(field.message, json, depth + 1);
  }
}

function fromJsonEnum(field: FieldSchema, json: unknown): string {
  if (typeof json === 'string' && field.enumeration?.numbers.has(json)) return json;
  const number = typeof json === 'number' || typeof json === 'string' ? fromJsonInt32(json) : undefined;
  const name = number === undefined ? undefined : field.enumeration?.names.get(number);
  if (name === undefined) throw invalidPayload();
  return name;
}

/** The message as JSON text; defaults are left out. */
export function toJson<T extends object>(type: MessageType<T>, message: T): string {
  return toJsonMessage(type.schema, message as Message);
}

function toJsonMessage(schema: MessageSchema, message: Message): string {
  let text = '{';
  // In the order in which the message was built, which is the order the reference uses.
  for (const [name, value] of Object.entries(message)) {
    const field = value === undefined ? undefined : schema.fieldNamed(name);
    if (!field || (!field.rivals && isDefault(field, value))) continue;
    text += `${text.length > 1 ? ',' : ''}"${name}":${toJsonField(field, value)}`;
  }
  return `${text}}`;
}

function toJsonField(field: FieldSchema, value: unknown): string {
  if (field.cardinality === 'many') {
    return `[${(value as readonly unknown[]).map((part) => toJsonSingle(field, part)).join(',')}]`;
  }
  if (field.cardinality === 'map') {
    if (field.kind === 'value') return toJsonFields(value as MapValue);
    return JSON.stringify(Object.fromEntries(value as ReadonlyMap<string, string>));
  }
  return toJsonSingle(field, value);
}

function toJsonSingle(field: FieldSchema, value: unknown): string {
  switch (field.kind) {
    case 'int64':
      return `"${value as bigint}"`;
    case 'wrapper':
      return typeof value === 'bigint' ? `"${value}"` : toJsonDouble(value as number);
    case 'double':
      return toJsonDouble(value as number);
    case 'bytes':
      return toJsonBytes(value as Uint8Array);
    case 'timestamp':
      return toJsonTimestamp(value as Timestamp);
    case 'value':
      return toJsonValue(value as Value);
    case 'message':
      // A message that several listeners get is spelled once and handed on as text.
      if (typeof value === 'string') return value;
      if (!field.message) throw new Error(`The field ${field.jsonName} holds no message.`);
      return toJsonMessage(field.message, value as Message);
    default:
      return JSON.stringify(value);
  }
}

function isDefault(field: FieldSchema, value: unknown): boolean {
  if (field.cardinality === 'many') return (value as readonly unknown[]).length === 0;
  if (field.cardinality === 'map') return (value as ReadonlyMap<string, unknown>).size === 0;
  if (field.kind === 'enum') return field.enumeration?.numbers.get(value as string) === 0;
  // A wrapped number that is there says so, whatever it is.
  if (field.kind === 'wrapper') return false;
  if (value instanceof Uint8Array) return value.length === 0;
  return value === '' || value === 0 || value === 0n || value === false;
}
