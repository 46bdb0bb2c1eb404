/** The two metadata files of an export: the overall one (a log of two records) and one for its kind directory. */
import protobuf from 'protobufjs/minimal.js';
import { StatusError } from '../values/status.ts';
import { subEnd, writeInt64 } from '../wire/protobuf-value.ts';
import { RecordLogWriter, readRecordLog } from './record-log.ts';

const FORMAT_VERSION = 0x33;

export interface KindSummary {
  /** Of the kind's metadata file, relative to the overall one. */
  readonly path: string;
  readonly entities: number;
  readonly bytes: number;
}

/** `kind` null: an export of nothing. */
export function encodeOverallMetadata(kind: KindSummary | null): Uint8Array {
  const log = new RecordLogWriter();
  log.append(Uint8Array.of(FORMAT_VERSION));
  const writer = protobuf.Writer.create();
  if (kind) {
    writer.uint32(10).fork();
    writer.uint32(10).fork().uint32(8).int32(2).uint32(24).int32(3).ldelim();
    writer.uint32(18).string(kind.path);
    writer.uint32(24).int64(kind.entities);
    writer.uint32(32).int64(kind.bytes);
    writer.ldelim();
  }
  log.append(writer.finish());
  return log.take();
}

/** The paths of the kinds' metadata files. Throws INVALID_ARGUMENT for a log of another format or version. */
export function decodeOverallMetadata(bytes: Uint8Array): readonly string[] {
  let records: Uint8Array[];
  try {
    records = [...readRecordLog(bytes)];
  } catch {
    throw unsupportedVersion();
  }
  const [version, metadata] = records;
  if (version?.length !== 1 || version[0] !== FORMAT_VERSION) throw unsupportedVersion();
  return metadata ? stringsAt(metadata, 1, 2) : [];
}

function unsupportedVersion(): StatusError {
  return new StatusError('INVALID_ARGUMENT', 'Overall export metadata file version not supported');
}

/** `times` in microseconds. */
export function encodeKindMetadata(name: string, start: bigint, end: bigint, output: string): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(10).fork().uint32(10).string(name);
  writeInt64(writer.uint32(16), start);
  writeInt64(writer.uint32(24), end);
  writer.ldelim();
  writer.uint32(18).fork().uint32(10).string('').uint32(18).string(output).ldelim();
  return writer.finish();
}

/** The names of the output files, relative to the kind's metadata file. Throws INVALID_ARGUMENT for anything else. */
export function decodeKindMetadata(bytes: Uint8Array): readonly string[] {
  return stringsAt(bytes, 2, 2);
}

/** The strings in field `inner` of each message in field `outer`. */
function stringsAt(bytes: Uint8Array, outer: number, inner: number): readonly string[] {
  try {
    return readStringsAt(bytes, outer, inner);
  } catch {
    throw new StatusError('INVALID_ARGUMENT', 'Invalid record');
  }
}

function readStringsAt(bytes: Uint8Array, outer: number, inner: number): readonly string[] {
  const reader = protobuf.Reader.create(bytes);
  const found: string[] = [];
  while (reader.pos < bytes.length) {
    const tag = reader.uint32();
    if (tag !== ((outer << 3) | 2)) {
      reader.skipType(tag & 7);
      continue;
    }
    const end = subEnd(reader, bytes.length);
    while (reader.pos < end) {
      const innerTag = reader.uint32();
      if (innerTag === ((inner << 3) | 2)) found.push(reader.string());
      else reader.skipType(innerTag & 7);
    }
  }
  return found;
}
