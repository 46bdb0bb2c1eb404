import { closeSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseId, Document } from '../values/document.ts';
import { StatusError } from '../values/status.ts';
import { encodeEntity } from './entity.ts';
import { encodeKindMetadata, encodeOverallMetadata } from './export-metadata.ts';
import { RecordLogWriter } from './record-log.ts';

const KIND = join('all_namespaces', 'all_kinds');
const OUTPUT = 'output-0';
const WRITE_BYTES = 1024 * 1024;

/**
 * Writes every document below `directory`/`name`, in the format of Firestore's managed export, in the place of an
 * export of that name. Throws FAILED_PRECONDITION when there is no such directory, INTERNAL when it cannot be written.
 */
export function exportDatabase(
  database: DatabaseId,
  documents: Iterable<Document>,
  directory: string,
  name: string,
): void {
  if (!isDirectory(directory)) {
    throw new StatusError('FAILED_PRECONDITION', 'export_directory must be a directory');
  }
  if (name.includes('/')) throw new StatusError('INTERNAL', 'failed to write export');
  const root = join(directory, name);
  try {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    const written = writeKind(database, documents, root);
    writeFileSync(join(root, `${name}.overall_export_metadata`), encodeOverallMetadata(written));
  } catch {
    throw new StatusError('INTERNAL', 'failed to write export');
  }
}

function writeKind(database: DatabaseId, documents: Iterable<Document>, root: string) {
  const start = microsecondsNow();
  const directory = join(root, KIND);
  const log = new RecordLogWriter();
  let file: number | null = null;
  let entities = 0;
  let written = 0;
  try {
    for (const document of documents) {
      if (file === null) {
        mkdirSync(directory, { recursive: true });
        file = openSync(join(directory, OUTPUT), 'w');
      }
      log.append(encodeEntity(database, document));
      entities += 1;
      // In pieces, so that a large database needs no second copy of itself in memory.
      if (log.size - written > WRITE_BYTES) written += writeSync(file, log.take());
    }
    if (file === null) return null;
    writeSync(file, log.take());
  } finally {
    if (file !== null) closeSync(file);
  }
  const metadata = 'all_namespaces_all_kinds.export_metadata';
  writeFileSync(
    join(directory, metadata),
    encodeKindMetadata('all_namespaces', start, microsecondsNow(), OUTPUT),
  );
  return { path: `all_namespaces/all_kinds/${metadata}`, entities, bytes: log.size };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function microsecondsNow(): bigint {
  return BigInt(Date.now()) * 1000n;
}
