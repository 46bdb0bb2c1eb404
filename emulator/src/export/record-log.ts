/** LevelDB's log: records cut into fragments that never cross a block of 32 KiB, each with a checksum. */
import { StatusError } from '../values/status.ts';
import { maskedCrc32c } from '../wire/crc32c.ts';

const BLOCK = 32 * 1024;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const MIDDLE = 3;
const LAST = 4;

/** Collects a log's bytes; the caller writes them. */
export class RecordLogWriter {
  private readonly chunks: Uint8Array[] = [];
  private position = 0;

  append(record: Uint8Array): void {
    let rest = record;
    let first = true;
    do {
      const left = BLOCK - (this.position % BLOCK);
      if (left < HEADER) this.push(new Uint8Array(left));
      const room = BLOCK - (this.position % BLOCK) - HEADER;
      const part = rest.subarray(0, room);
      rest = rest.subarray(part.length);
      const last = rest.length === 0;
      this.fragment(first ? (last ? FULL : FIRST) : last ? LAST : MIDDLE, part);
      first = false;
    } while (rest.length > 0);
  }

  /** How many bytes the log has so far. */
  get size(): number {
    return this.position;
  }

  /** Hands over what has been collected and begins to collect anew. */
  take(): Uint8Array {
    return Buffer.concat(this.chunks.splice(0));
  }

  private fragment(type: number, data: Uint8Array): void {
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(maskedCrc32c(Uint8Array.of(type), data), 0);
    header.writeUInt16LE(data.length, 4);
    header[6] = type;
    this.push(header);
    this.push(data);
  }

  private push(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.position += bytes.length;
  }
}

/** The records of a log. Throws INVALID_ARGUMENT for a wrong checksum or a log that stops in the middle of a record. */
export function* readRecordLog(log: Uint8Array): Generator<Uint8Array> {
  let position = 0;
  let parts: Uint8Array[] | null = null;
  while (position < log.length) {
    const left = BLOCK - (position % BLOCK);
    if (left < HEADER) {
      position += left;
      continue;
    }
    if (position + HEADER > log.length) throw invalidRecord();
    const header = Buffer.from(log.buffer, log.byteOffset + position, HEADER);
    const length = header.readUInt16LE(4);
    const type = header[6] ?? 0;
    // A block that was allocated and never written.
    if (type === 0 && length === 0) {
      position += left;
      continue;
    }
    const start = position + HEADER;
    if (length > left - HEADER || start + length > log.length) throw invalidRecord();
    const data = log.subarray(start, start + length);
    if (header.readUInt32LE(0) !== maskedCrc32c(Uint8Array.of(type), data)) {
      throw new StatusError('INVALID_ARGUMENT', "Checksum doesn't validate.");
    }
    position = start + length;
    if (type === FULL && !parts) yield data;
    else if (type === FIRST && !parts) parts = [data];
    else if ((type === MIDDLE || type === LAST) && parts) {
      parts.push(data);
      if (type === LAST) {
        yield Buffer.concat(parts);
        parts = null;
      }
    } else throw invalidRecord();
  }
  if (parts) throw invalidRecord();
}

function invalidRecord(): StatusError {
  return new StatusError('INVALID_ARGUMENT', 'Invalid record');
}
