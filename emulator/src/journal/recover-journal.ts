import type { LocalFirestore } from '../service/options.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { readJournal } from './journal-file.ts';
import type { JournaledEvent, JournalRecord } from './journal-record.ts';

/** What the journal makes of one database, whatever was in it before. */
interface Outcome {
  readonly database: DatabaseId;
  cleared: boolean;
  /** The last state of each document; null when it was deleted. */
  readonly documents: Map<string, Document | null>;
}

/**
 * Brings the documents to where the journal left them, times included, on top of what is stored. Listeners see it;
 * triggers do not. Doing it again, or over an export made later, changes nothing. Says in one line what was recovered, and
 * in another what had to be dropped. Returns the events that were not delivered, in their order. Throws UnusableJournal.
 */
export function recoverJournal(
  service: LocalFirestore,
  path: string,
  log: (line: string) => void,
): readonly JournaledEvent[] {
  const undelivered = new Map<string, JournaledEvent>();
  const outcomes = new Map<string, Outcome>();
  let writes = 0;
  const dropped = readJournal(path, (entry) => {
    if ('event' in entry) undelivered.set(entry.event.id, entry.event);
    else if ('delivered' in entry) undelivered.delete(entry.delivered);
    else {
      writes += entry.written.length + entry.deleted.length;
      follow(outcomes, entry);
    }
  });
  for (const { database, cleared, documents } of outcomes.values()) {
    if (cleared) service.clear(database);
    const deleted = [...documents].flatMap(([each, document]) => (document === null ? [each] : []));
    service.removeDocuments(database, deleted);
    const written = [...documents.values()].filter((document) => document !== null);
    service.importDocuments(database, written);
  }
  if (dropped > 0) {
    log(
      `The journal ${path} breaks off in the middle of a record: its last ${dropped} bytes were dropped, and with ` +
        'them what was written at that moment.',
    );
  }
  if (outcomes.size > 0) {
    log(`Recovered ${writes} ${writes === 1 ? 'write' : 'writes'} from the journal ${path}.`);
  }
  if (undelivered.size > 0) {
    log(
      `Recovered ${undelivered.size} ${undelivered.size === 1 ? 'event' : 'events'} that no function had handled yet.`,
    );
  }
  return [...undelivered.values()];
}

function follow(
  outcomes: Map<string, Outcome>,
  { database, cleared, written, deleted }: JournalRecord,
): void {
  const key = `${database.project}/${database.database}`;
  let outcome = outcomes.get(key);
  if (outcome === undefined) {
    outcome = { database, cleared: false, documents: new Map() };
    outcomes.set(key, outcome);
  }
  if (cleared) {
    outcome.cleared = true;
    outcome.documents.clear();
  }
  for (const document of written) outcome.documents.set(document.path, document);
  for (const path of deleted) outcome.documents.set(path, null);
}
