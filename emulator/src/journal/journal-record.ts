/** One step of a database's life, as the journal keeps it: the documents it left, those it removed, or that all went. */
import protobuf from 'protobufjs/minimal.js';
import type { DatabaseId, Document } from '../values/document.ts';
import { fromDocumentName } from '../values/resource-name.ts';
import { toDocument } from '../wire/document.ts';
import { DOCUMENT } from '../wire/messages.ts';
import { decodeProtobuf, encodeProtobuf } from '../wire/protobuf-message.ts';

/** A commit, an import or a clearing. Takes effect whole or not at all. */
export interface JournalRecord {
  readonly database: DatabaseId;
  /** Everything went before what follows. */
  readonly cleared: boolean;
  readonly written: readonly Document[];
  /** Paths of deleted documents. */
  readonly deleted: readonly string[];
}

/** Fields: 1 project, 2 database, 3 cleared, 4 written documents (as on the wire), 5 paths of deleted ones. */
const PROJECT = (1 << 3) | 2;
const DATABASE = (2 << 3) | 2;
const CLEARED = 3 << 3;
const WRITTEN = (4 << 3) | 2;
const DELETED = (5 << 3) | 2;

export function encodeRecord({ database, cleared, written, deleted }: JournalRecord): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(PROJECT).string(database.project).uint32(DATABASE).string(database.database);
  if (cleared) writer.uint32(CLEARED).bool(true);
  for (const document of written) {
    writer.uint32(WRITTEN).bytes(encodeProtobuf(DOCUMENT, toDocument(database, document)));
  }
  for (const path of deleted) writer.uint32(DELETED).string(path);
  return writer.finish();
}

/** Throws when the bytes are no record. */
export function decodeRecord(bytes: Uint8Array): JournalRecord {
  const reader = protobuf.Reader.create(bytes);
  const record = { project: '', database: '', cleared: false };
  const written: Document[] = [];
  const deleted: string[] = [];
  while (reader.pos < bytes.length) {
    const tag = reader.uint32();
    if (tag === PROJECT) record.project = reader.string();
    else if (tag === DATABASE) record.database = reader.string();
    else if (tag === CLEARED) record.cleared = reader.bool();
    else if (tag === WRITTEN) written.push(decodeDocument(reader.bytes()));
    else if (tag === DELETED) deleted.push(reader.string());
    else reader.skipType(tag & 7);
  }
  const { project, database, cleared } = record;
  return { database: { project, database }, cleared, written, deleted };
}

function decodeDocument(bytes: Uint8Array): Document {
  const { name, fields, createTime, updateTime } = decodeProtobuf(DOCUMENT, bytes);
  if (name === undefined || createTime === undefined || updateTime === undefined) {
    throw new Error('A document of the journal lacks its name or its times.');
  }
  return { path: fromDocumentName(name).path, fields: fields ?? new Map(), createTime, updateTime };
}
