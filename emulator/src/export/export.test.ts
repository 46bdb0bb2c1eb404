import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs/minimal.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '../values/document.ts';
import { GeoPoint } from '../values/geo-point.ts';
import { Reference } from '../values/reference.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { crc32c } from '../wire/crc32c.ts';
import { exportDatabase } from './export-database.ts';
import { readExport } from './read-export.ts';
import { RecordLogWriter, readRecordLog } from './record-log.ts';

const database = { project: 'demo', database: '(default)' };
const time = new Timestamp(1, 0);
const document = (path: string, fields: Record<string, Value>): Document => ({
  path,
  fields: new Map(Object.entries(fields)),
  createTime: time,
  updateTime: time,
});
const vector = new Map<string, Value>([
  ['__type__', '__vector__'],
  ['value', [1, 2.5, -3]],
]);

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const metadata = () => join(directory, 'all', 'all.overall_export_metadata');
const output = () => join(directory, 'all', 'all_namespaces', 'all_kinds', 'output-0');

describe('an export', () => {
  it('gives back every type of value as it was', () => {
    const fields: Record<string, Value> = {
      nothing: null,
      yes: true,
      no: false,
      big: 9223372036854775807n,
      small: -9223372036854775808n,
      half: 0.5,
      nan: Number.NaN,
      infinite: -Infinity,
      past: new Timestamp(-62135596800, 1000),
      now: new Timestamp(1_790_000_000, 123_456_000),
      text: 'café 😀',
      none: '',
      bytes: Uint8Array.of(0, 255, 128),
      point: new GeoPoint(-12.5, 170),
      elsewhere: new Reference('projects/other/databases/second/documents/a/b/c/__id7__'),
      list: [1n, 'two', null, new Map<string, Value>([['in', [true]]])],
      empty: [],
      map: new Map<string, Value>([
        ['deep', new Map<string, Value>([['list', []]])],
        ['time', time],
      ]),
      emptyMap: new Map(),
      vector,
      'a.b `c`': 1n,
    };
    exportDatabase(database, [document('c/d/sub/__id5__', fields)], directory, 'all');
    const [read] = readExport(metadata(), database);
    expect(read?.path).toBe('c/d/sub/__id5__');
    expect(read?.database).toBe('(default)');
    expect(Object.fromEntries(read?.fields ?? [])).toStrictEqual(fields);
  });

  it('of nothing reads as nothing', () => {
    exportDatabase(database, [], directory, 'all');
    expect(readExport(metadata(), database)).toStrictEqual([]);
  });

  it('spans blocks and the pieces it is written in', () => {
    const documents = Array.from({ length: 300 }, (_, index) =>
      document(`c/${index}`, { text: String(index).repeat(index * 20) }),
    );
    exportDatabase(database, documents, directory, 'all');
    const read = readExport(metadata(), database);
    expect(read.map(({ fields }) => fields.get('text'))).toStrictEqual(
      documents.map(({ fields }) => fields.get('text')),
    );
  });

  it('takes the place of an export of the same name', () => {
    exportDatabase(database, [document('c/old', {})], directory, 'all');
    exportDatabase(database, [document('c/new', {})], directory, 'all');
    expect(readExport(metadata(), database).map(({ path }) => path)).toStrictEqual(['c/new']);
  });

  it('is refused where there is no directory', () => {
    expect(() => exportDatabase(database, [], join(directory, 'nowhere'), 'all')).toThrow(
      'export_directory must be a directory',
    );
  });
});

/** Entities as production writes them: by hand, because it spells more things than we do. */
describe('an export of production', () => {
  const VARINT = 0;
  const DELIMITED = 2;
  const tagged = (field: number, wire: number) => (field << 3) | wire;
  type Fill = (writer: protobuf.Writer) => protobuf.Writer;
  const bytesOf = (fill: Fill) => fill(protobuf.Writer.create()).finish();
  const within =
    (field: number, fill: Fill): Fill =>
    (writer) =>
      writer.uint32(tagged(field, DELIMITED)).bytes(bytesOf(fill));
  const text =
    (field: number, value: string): Fill =>
    (writer) =>
      writer.uint32(tagged(field, DELIMITED)).string(value);
  const all =
    (...fills: readonly Fill[]): Fill =>
    (writer) =>
      fills.reduce((each, fill) => fill(each), writer);
  const element = (type: string, name: string, [start, typeField, nameField] = [1, 2, 4]): Fill =>
    all(
      (writer) => writer.uint32(tagged(start ?? 1, 3)),
      text(typeField ?? 2, type),
      text(nameField ?? 4, name),
      (writer) => writer.uint32(tagged(start ?? 1, 4)),
    );
  const key = (type: string, name: string, id = ''): Fill =>
    within(13, all(text(13, 's~demo'), within(14, element(type, name)), id ? text(23, id) : (same) => same));
  const property = (field: number, meaning: number, name: string, value: Fill): Fill =>
    within(
      field,
      all((writer) => writer.uint32(tagged(1, VARINT)).int32(meaning), text(3, name), within(5, value)),
    );
  const reference: Fill = all(
    (writer) => writer.uint32(tagged(12, 3)),
    text(13, 's~old'),
    element('c', 'd', [14, 15, 17]),
    (writer) => writer.uint32(tagged(12, 4)),
  );

  const write = (path: string, records: readonly Uint8Array[]) => {
    const log = new RecordLogWriter();
    for (const record of records) log.append(record);
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), log.take());
  };
  const writeKinds = (kinds: Readonly<Record<string, readonly string[]>>) => {
    const overall = bytesOf(all(...Object.keys(kinds).map((kind) => within(1, text(2, `${kind}/metadata`)))));
    write('overall', [Uint8Array.of(0x33), overall]);
    for (const [kind, outputs] of Object.entries(kinds)) {
      mkdirSync(join(directory, kind), { recursive: true });
      writeFileSync(
        join(directory, kind, 'metadata'),
        bytesOf(all(...outputs.map((each) => within(2, text(2, each))))),
      );
    }
  };
  const read = () => readExport(join(directory, 'overall'), database);

  it('may have a folder for each collection, several files in it, and documents of several databases', () => {
    writeKinds({ kind_c: ['output-0', 'output-1'], kind_d: ['output-0'] });
    write('kind_c/output-0', [bytesOf(key('c', 'a')), bytesOf(key('c', 'b', 'second'))]);
    write('kind_c/output-1', [bytesOf(key('c', 'e'))]);
    write('kind_d/output-0', [bytesOf(key('d', 'a'))]);
    expect(read().map((each) => `${each.database} ${each.path}`)).toStrictEqual([
      '(default) c/a',
      'second c/b',
      '(default) c/e',
      '(default) d/a',
    ]);
  });

  it('is read with indexed properties, short bytes, long texts and references that move or stay', () => {
    writeKinds({ kind_c: ['output-0'] });
    const moved = new Reference('projects/demo/databases/(default)/documents/c/d');
    const stayed = new Reference('projects/old/databases/(default)/documents/c/d');
    const entity = all(
      key('c', 'a'),
      property(14, 0, 'moves', reference),
      property(15, 0, 'stays', reference),
      property(14, 16, 'short', (writer) => writer.uint32(tagged(3, DELIMITED)).bytes(Uint8Array.of(0, 255))),
      property(15, 15, 'long', text(3, 'text')),
      property(14, 7, 'at', (writer) => writer.uint32(tagged(1, VARINT)).int64(-1)),
      property(14, 0, 'zero', (writer) => writer.uint32(tagged(4, 1)).double(-0)),
    );
    write('kind_c/output-0', [bytesOf(entity)]);
    expect([...(read()[0]?.fields ?? [])]).toStrictEqual([
      ['moves', moved],
      ['stays', stayed],
      ['short', Uint8Array.of(0, 255)],
      ['long', 'text'],
      ['at', new Timestamp(-1, 999_999_000)],
      ['zero', 0],
    ]);
  });

  it('is refused as a whole when a path or a metadata file cannot be', () => {
    writeKinds({ kind_c: ['output-0'] });
    write('kind_c/output-0', [bytesOf(key('c', 'a')), bytesOf(key('c', '__x__'))]);
    expect(read).toThrow('Resource id "__x__" is invalid because it is reserved.');
    writeFileSync(join(directory, 'kind_c/metadata'), Uint8Array.of(0x12, 0xff));
    expect(read).toThrow('Invalid record');
    write('overall', [Uint8Array.of(0x33), Uint8Array.of(0x0a, 0xff)]);
    expect(read).toThrow('Invalid record');
  });
});

describe('reading an export', () => {
  beforeEach(() => exportDatabase(database, [document('c/d', { text: 'x'.repeat(100) })], directory, 'all'));

  it('says so when its metadata is missing', () => {
    expect(() => readExport(join(directory, 'none'), database)).toThrow(
      'Failed to parse overall export metadata file',
    );
  });

  it('says so when its metadata is of another kind', () => {
    writeFileSync(metadata(), 'not a log at all');
    expect(() => readExport(metadata(), database)).toThrow(
      'Overall export metadata file version not supported',
    );
  });

  it('says so when the documents are missing', () => {
    rmSync(output());
    expect(() => readExport(metadata(), database)).toThrow(`Failed parse entity file:${output()}`);
  });

  it('says so when a byte has changed', () => {
    const bytes = readFileSync(output());
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(output(), bytes);
    expect(() => readExport(metadata(), database)).toThrow("Checksum doesn't validate.");
  });

  it('says so when it was cut short', () => {
    truncateSync(output(), 30);
    expect(() => readExport(metadata(), database)).toThrow('Invalid record');
  });
});

describe('the record log', () => {
  it('pads a block that has no room for a header', () => {
    const log = new RecordLogWriter();
    const first = new Uint8Array(32 * 1024 - 7 - 3).fill(1);
    const second = new Uint8Array(70_000).fill(2);
    log.append(first);
    log.append(second);
    expect([...readRecordLog(log.take())].map((record) => record.length)).toStrictEqual([
      first.length,
      second.length,
    ]);
  });

  it('keeps an empty record', () => {
    const log = new RecordLogWriter();
    log.append(new Uint8Array());
    expect([...readRecordLog(log.take())].map((record) => record.length)).toStrictEqual([0]);
  });

  it('checks with CRC-32C', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });
});
