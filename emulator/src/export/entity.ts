/** One document as an App Engine EntityProto. */
import protobuf from 'protobufjs/minimal.js';
import type { DatabaseId, Document } from '../values/document.ts';
import { checkDocumentPath } from '../values/document-name.ts';
import { StatusError } from '../values/status.ts';
import type { MapValue, Value } from '../values/value.ts';
import { subEnd } from '../wire/protobuf-value.ts';
import { type EntityKey, readKey, tag, writeKey, writePathElements } from './entity-key.ts';
import { readProperty, writeProperties } from './entity-value.ts';

const DELIMITED = 2;

export function encodeEntity(database: DatabaseId, document: Pick<Document, 'path' | 'fields'>): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(tag(13, DELIMITED)).fork();
  writeKey(writer, database, document.path);
  writer.ldelim();
  writeProperties(writer, document.fields);
  writer.uint32(tag(16, DELIMITED)).fork();
  writePathElements(writer, document.path.split('/').slice(0, 2));
  writer.ldelim();
  return writer.finish();
}

/** `into`: the database that imports; references of indexed properties at the top level move to it. */
export function decodeEntity(bytes: Uint8Array, into: DatabaseId): { key: EntityKey; fields: MapValue } {
  const reader = protobuf.Reader.create(bytes);
  const fields = new Map<string, Value>();
  let key: EntityKey | null = null;
  try {
    while (reader.pos < bytes.length) {
      const next = reader.uint32();
      if (next === tag(13, DELIMITED)) key = readKey(reader, subEnd(reader, bytes.length));
      else if (next === tag(14, DELIMITED)) readProperty(reader, subEnd(reader, bytes.length), fields, into);
      else if (next === tag(15, DELIMITED)) readProperty(reader, subEnd(reader, bytes.length), fields, null);
      else reader.skipType(next & 7);
    }
  } catch (error) {
    if (!(error instanceof StatusError)) throw new StatusError('INVALID_ARGUMENT', 'Invalid record');
    throw error;
  }
  if (!key) throw new StatusError('INVALID_ARGUMENT', 'Invalid record');
  checkDocumentPath(key.path);
  return { key, fields };
}
