import type { CommittedChanges, LocalFirestore } from '../service/options.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import type { JournalRecord } from './journal-record.ts';

/** Documents of an import in one record; the journal writes records whole. */
const IMPORT_STEP = 500;

export type Append = (record: JournalRecord) => unknown;

/** A commit as its record. */
export function recordOf({ database, changes }: CommittedChanges): JournalRecord {
  const written: Document[] = [];
  const deleted: string[] = [];
  for (const { path, after } of changes) {
    if (after === null) deleted.push(path);
    else written.push(after);
  }
  return { database, cleared: false, written, deleted };
}

/** The service with what passes commits by, clearing and importing, told to the journal as well. */
export function journaled(service: LocalFirestore, append: Append): LocalFirestore {
  const nothing = { cleared: false, written: [], deleted: [] };
  return {
    ...service,
    clear: (database) => {
      service.clear(database);
      append({ ...nothing, database, cleared: true });
    },
    removeDocuments: (database, paths) => {
      service.removeDocuments(database, paths);
      if (paths.length > 0) append({ ...nothing, database, deleted: paths });
    },
    importDocuments: (database: DatabaseId, documents: Iterable<Document>) => {
      const all = [...documents];
      service.importDocuments(database, all);
      for (let start = 0; start < all.length; start += IMPORT_STEP) {
        append({ ...nothing, database, written: all.slice(start, start + IMPORT_STEP) });
      }
    },
  };
}
