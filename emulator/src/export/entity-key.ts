/** Document paths as App Engine keys: `app`, then one group for each collection and document. */
import type protobuf from 'protobufjs/minimal.js';
import type { DatabaseId } from '../values/document.ts';
import { numericId } from '../values/document-name.ts';
import { readInt64, subEnd, writeInt64 } from '../wire/protobuf-value.ts';

type Reader = protobuf.Reader;
type Writer = protobuf.Writer;

export const START_GROUP = 3;
export const END_GROUP = 4;
const DELIMITED = 2;

export const tag = (field: number, wireType: number) => ((field << 3) | wireType) >>> 0;

export interface EntityKey {
  readonly project: string;
  readonly database: string;
  /** Relative to the documents root. */
  readonly path: string;
}

const APP = 13;
const PATH = 14;
const DATABASE = 23;

/** Key fields: 13 app, 14 path, 23 database (left out for the default one). */
export function writeKey(writer: Writer, database: DatabaseId, path: string): void {
  writer.uint32(tag(APP, DELIMITED)).string(`dev~${database.project}`);
  writer.uint32(tag(PATH, DELIMITED)).fork();
  writePathElements(writer, path.split('/'));
  writer.ldelim();
  if (database.database !== '(default)') writer.uint32(tag(DATABASE, DELIMITED)).string(database.database);
}

/** The groups inside a path: 1 { 2 type, 3 id | 4 name }. */
export function writePathElements(writer: Writer, segments: readonly string[]): void {
  for (let index = 0; index < segments.length; index += 2) {
    writer.uint32(tag(1, START_GROUP));
    writer.uint32(tag(2, DELIMITED)).string(segments[index] ?? '');
    writeId(writer, segments[index + 1] ?? '', 3, 4);
    writer.uint32(tag(1, END_GROUP));
  }
}

export function writeId(writer: Writer, id: string, numberField: number, nameField: number): void {
  const number = numericId(id);
  if (number === null) writer.uint32(tag(nameField, DELIMITED)).string(id);
  else writeInt64(writer.uint32(tag(numberField, 0)), number);
}

export function readKey(reader: Reader, end: number): EntityKey {
  const key = { app: '', database: '(default)', path: '' };
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(APP, DELIMITED)) key.app = reader.string();
    else if (next === tag(PATH, DELIMITED)) key.path = readPath(reader, subEnd(reader, end));
    else if (next === tag(DATABASE, DELIMITED)) key.database = reader.string() || '(default)';
    else reader.skipType(next & 7);
  }
  return { project: projectOf(key.app), database: key.database, path: key.path };
}

/** `dev~project` here, `s~project` in an export from production. */
export function projectOf(app: string): string {
  return app.slice(app.indexOf('~') + 1);
}

function readPath(reader: Reader, end: number): string {
  const segments: string[] = [];
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(1, START_GROUP)) segments.push(...readElement(reader, end, 2, 3, 4, tag(1, END_GROUP)));
    else reader.skipType(next & 7);
  }
  return segments.join('/');
}

/** One element: its type, and its ID or name. Stops after `stop`, the end of its group. */
export function readElement(
  reader: Reader,
  end: number,
  typeField: number,
  numberField: number,
  nameField: number,
  stop: number,
): [string, string] {
  let type = '';
  let id = '';
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === stop) break;
    if (next === tag(typeField, DELIMITED)) type = reader.string();
    else if (next === tag(numberField, 0)) id = `__id${readInt64(reader)}__`;
    else if (next === tag(nameField, DELIMITED)) id = reader.string();
    else reader.skipType(next & 7);
  }
  return [type, id];
}
