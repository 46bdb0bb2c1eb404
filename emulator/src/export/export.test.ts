import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '../values/document.ts';
import { GeoPoint } from '../values/geo-point.ts';
import { Reference } from '../values/reference.ts';
import { Timestamp } from '../values/timestamp.ts';
import type { Value } from '../values/value.ts';
import { crc32c } from './crc32c.ts';
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
    expect(Object.fromEntries(read?.fields ?? [])).toEqual(fields);
  });

  it('of nothing reads as nothing', () => {
    exportDatabase(database, [], directory, 'all');
    expect(readExport(metadata(), database)).toEqual([]);
  });

  it('spans blocks and the pieces it is written in', () => {
    const documents = Array.from({ length: 300 }, (_, index) =>
      document(`c/${index}`, { text: String(index).repeat(index * 20) }),
    );
    exportDatabase(database, documents, directory, 'all');
    const read = readExport(metadata(), database);
    expect(read.map(({ fields }) => fields.get('text'))).toEqual(
      documents.map(({ fields }) => fields.get('text')),
    );
  });

  it('takes the place of an export of the same name', () => {
    exportDatabase(database, [document('c/old', {})], directory, 'all');
    exportDatabase(database, [document('c/new', {})], directory, 'all');
    expect(readExport(metadata(), database).map(({ path }) => path)).toEqual(['c/new']);
  });

  it('is refused where there is no directory', () => {
    expect(() => exportDatabase(database, [], join(directory, 'nowhere'), 'all')).toThrow(
      'export_directory must be a directory',
    );
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
    expect([...readRecordLog(log.take())].map((record) => record.length)).toEqual([
      first.length,
      second.length,
    ]);
  });

  it('keeps an empty record', () => {
    const log = new RecordLogWriter();
    log.append(new Uint8Array());
    expect([...readRecordLog(log.take())].map((record) => record.length)).toEqual([0]);
  });

  it('checks with CRC-32C', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });
});
