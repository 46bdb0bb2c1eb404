import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseId } from '../values/document.ts';
import { StatusError } from '../values/status.ts';
import type { MapValue } from '../values/value.ts';
import { decodeEntity } from './entity.ts';
import { decodeKindMetadata, decodeOverallMetadata } from './export-metadata.ts';
import { readRecordLog } from './record-log.ts';

export interface ExportedDocument {
  /** The ID of the database it was exported from; its project is not kept. */
  readonly database: string;
  readonly path: string;
  readonly fields: MapValue;
}

/**
 * The documents of an export, read from its `.overall_export_metadata` file; references of indexed top-level
 * properties are moved to `into`. Throws INVALID_ARGUMENT, in the words of the reference, at the first file that is
 * missing or broken; nothing is returned then.
 */
export function readExport(file: string, into: DatabaseId): readonly ExportedDocument[] {
  const overall = read(file, 'Failed to parse overall export metadata file');
  const documents: ExportedDocument[] = [];
  for (const kind of decodeOverallMetadata(overall)) {
    const kindFile = join(dirname(file), kind);
    const outputs = decodeKindMetadata(read(kindFile, `${kindFile} (No such file or directory)`));
    for (const output of outputs) {
      const outputFile = join(dirname(kindFile), output);
      for (const record of readRecordLog(read(outputFile, `Failed parse entity file:${outputFile}`))) {
        const { key, fields } = decodeEntity(record, into);
        documents.push({ database: key.database, path: key.path, fields });
      }
    }
  }
  return documents;
}

function read(file: string, problem: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new StatusError('INVALID_ARGUMENT', problem);
  }
}
