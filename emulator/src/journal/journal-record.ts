/** One step of a database's life, as the journal keeps it, or of an event's on the way to its function. */
import protobuf from 'protobufjs/minimal.js';
import type { DatabaseId, Document } from '../values/document.ts';
import { fromDocumentName } from '../values/resource-name.ts';
import { toDocument } from '../wire/document.ts';
import { asObject } from '../wire/json-scalar.ts';
import { DOCUMENT } from '../wire/messages.ts';
import { decodeProtobuf, encodeProtobuf } from '../wire/protobuf-message.ts';

export type JournalEntry =
  | JournalRecord
  | { readonly event: JournaledEvent }
  | { readonly delivered: string };

/** An event that a function is to get; `delivered` with the same ID follows when it has. */
export interface JournaledEvent {
  readonly id: string;
  /** Events of one lane go out in the order of the journal. */
  readonly lane: string;
  /** Of the function, on the Functions emulator. */
  readonly path: string;
  readonly toRequest: () => { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** A commit, an import or a clearing. Takes effect whole or not at all. */
export interface JournalRecord {
  readonly database: DatabaseId;
  /** Everything went before what follows. */
  readonly cleared: boolean;
  readonly written: readonly Document[];
  /** Paths of deleted documents. */
  readonly deleted: readonly string[];
}

/**
 * Fields: 1 project, 2 database, 3 cleared, 4 written documents (as on the wire), 5 paths of deleted ones. Instead of these:
 * 6 ID, 7 lane, 8 path, 9 headers (JSON), 10 body of an event; or 11 ID of a delivered one.
 */
const PROJECT = (1 << 3) | 2;
const DATABASE = (2 << 3) | 2;
const CLEARED = 3 << 3;
const WRITTEN = (4 << 3) | 2;
const DELETED = (5 << 3) | 2;
const EVENT_ID = (6 << 3) | 2;
const EVENT_LANE = (7 << 3) | 2;
const EVENT_PATH = (8 << 3) | 2;
const EVENT_HEADERS = (9 << 3) | 2;
const EVENT_BODY = (10 << 3) | 2;
const DELIVERED = (11 << 3) | 2;

export function encodeEntry(entry: JournalEntry): Uint8Array {
  if ('database' in entry) return encodeRecord(entry);
  const writer = protobuf.Writer.create();
  if ('delivered' in entry) return writer.uint32(DELIVERED).string(entry.delivered).finish();
  const { id, lane, path, toRequest } = entry.event;
  const { headers, body } = toRequest();
  writer.uint32(EVENT_ID).string(id).uint32(EVENT_LANE).string(lane).uint32(EVENT_PATH).string(path);
  writer.uint32(EVENT_HEADERS).string(JSON.stringify(headers)).uint32(EVENT_BODY).string(body);
  return writer.finish();
}

/** Throws when the bytes are no entry. */
export function decodeEntry(bytes: Uint8Array): JournalEntry {
  const kind = bytes.length === 0 ? 0 : protobuf.Reader.create(bytes).uint32();
  if (kind !== EVENT_ID && kind !== DELIVERED) return decodeRecord(bytes);
  const texts = new Map<number, string>();
  const reader = protobuf.Reader.create(bytes);
  while (reader.pos < bytes.length) texts.set(reader.uint32(), reader.string());
  const text = (field: number) => texts.get(field) ?? '';
  if (kind === DELIVERED) return { delivered: text(DELIVERED) };
  const request = { headers: toHeaders(text(EVENT_HEADERS)), body: text(EVENT_BODY) };
  return {
    event: {
      id: text(EVENT_ID),
      lane: text(EVENT_LANE),
      path: text(EVENT_PATH),
      toRequest: () => request,
    },
  };
}

function toHeaders(json: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(JSON.parse(json))).map(([name, value]) => [name, String(value)]),
  );
}

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
