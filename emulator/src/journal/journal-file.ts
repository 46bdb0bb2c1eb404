/** A journal as a file: one line that names the format, then records, each with its length and a checksum. */
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { maskedCrc32c } from '../wire/crc32c.ts';
import { decodeEntry, type JournalEntry } from './journal-record.ts';

const HEAD = Buffer.from('firestore-journal 1\n');
/** Of a record: its length and its checksum, little-endian. */
const FRAME = 8;

/** A sentence on why this file cannot be the journal. A file of another format is left untouched. */
export class UnusableJournal extends Error {}

export function frameRecord(record: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(FRAME + record.length);
  framed.writeUInt32LE(record.length, 0);
  framed.writeUInt32LE(maskedCrc32c(record), 4);
  framed.set(record, FRAME);
  return framed;
}

/**
 * Gives `take` each whole record in order, and cuts off what follows the last of them, so that the file can be
 * appended to. A file that is missing is begun. Returns how many bytes were cut off: more than 0 only when the writing
 * program was killed in the middle of a record, or the file was damaged. Throws UnusableJournal.
 */
export function readJournal(path: string, take: (entry: JournalEntry) => void): number {
  const file = openToAppend(path);
  try {
    const { size } = fstatSync(file);
    const head = readAt(file, 0, Math.min(size, HEAD.length));
    if (!head.equals(HEAD.subarray(0, head.length))) {
      throw new UnusableJournal(`${path} is no journal of this Firestore. Choose another file.`);
    }
    if (size < HEAD.length) {
      ftruncateSync(file, 0);
      writeSync(file, HEAD);
      return 0;
    }
    let position = HEAD.length;
    for (let found = entryAt(file, position, size); found; found = entryAt(file, position, size)) {
      take(found.entry);
      position = found.end;
    }
    if (position < size) ftruncateSync(file, position);
    return size - position;
  } finally {
    closeSync(file);
  }
}

function openToAppend(path: string): number {
  try {
    return openSync(path, 'a+');
  } catch (error) {
    throw new UnusableJournal(
      `The journal ${path} cannot be opened: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Null: there is no whole, sound record here. */
function entryAt(file: number, position: number, size: number): { entry: JournalEntry; end: number } | null {
  if (position + FRAME > size) return null;
  const frame = readAt(file, position, FRAME);
  const end = position + FRAME + frame.readUInt32LE(0);
  if (end > size) return null;
  const bytes = readAt(file, position + FRAME, end - position - FRAME);
  if (frame.readUInt32LE(4) !== maskedCrc32c(bytes)) return null;
  return { entry: decodeEntry(bytes), end };
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, position + filled);
    if (read === 0) throw new Error('The journal became shorter while it was read.');
    filled += read;
  }
  return bytes;
}
