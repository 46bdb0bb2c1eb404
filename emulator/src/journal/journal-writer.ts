import { open } from 'node:fs/promises';
import { frameRecord } from './journal-file.ts';
import { encodeEntry, type JournalEntry } from './journal-record.ts';

/** What a killed program may lose. The file system has it then; the disk has it when the system likes. */
const WRITE_AFTER_MS = 100;
/** Encoded and written at a time, so that neither the memory nor other work has to wait for a large import. */
const PORTION_BYTES = 256 * 1024;

export interface JournalWriter {
  /**
   * Returns at once; the record is in the file a moment later. Documents do not change, so nothing is copied. What it returns
   * takes the record back, and is false when that is too late.
   */
  append(record: JournalEntry): () => boolean;
  /** Writes what still waits and lets go of the file. */
  close(): Promise<void>;
}

/**
 * Appends to a journal that `readJournal` has opened before. When the file cannot be written any more, one line of `log`
 * says so and the rest is dropped: a journal with a gap would recover what never was.
 */
export async function openJournalWriter(path: string, log: (line: string) => void): Promise<JournalWriter> {
  const file = await open(path, 'a');
  let waiting = new Set<JournalEntry>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let broken = false;

  const write = async () => {
    const records = [...waiting];
    waiting = new Set();
    let next = 0;
    while (next < records.length && !broken) {
      const portion: Buffer[] = [];
      let bytes = 0;
      for (let record = records[next]; record && bytes < PORTION_BYTES; record = records[next]) {
        const framed = frameRecord(encodeEntry(record));
        portion.push(framed);
        bytes += framed.length;
        next += 1;
      }
      try {
        await file.appendFile(Buffer.concat(portion, bytes));
      } catch (error) {
        broken = true;
        log(`The journal ${path} cannot be written any more, so a crash loses what comes now: ${error}`);
      }
    }
  };
  const writeSoon = () => {
    timer = null;
    writing = writing.then(write);
  };
  return {
    append: (record) => {
      if (broken) return () => false;
      waiting.add(record);
      timer ??= setTimeout(writeSoon, WRITE_AFTER_MS);
      return () => waiting.delete(record);
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      writeSoon();
      await writing;
      await file.close();
    },
  };
}
