/** Everything of one local Firestore joined: documents, rules, triggers, export, and the port that serves them. */
import { exportDatabase } from '../export/export-database.ts';
import { readExport } from '../export/read-export.ts';
import { type JournalWriter, openJournalWriter } from '../journal/journal-writer.ts';
import { journaled, recordOf } from '../journal/journaled-service.ts';
import { recoverJournal } from '../journal/recover-journal.ts';
import { keepUndelivered, type UndeliveredEvents } from '../journal/undelivered-events.ts';
import { countUsage } from '../service/count-usage.ts';
import { createFirestoreService } from '../service/create-firestore-service.ts';
import type { DeclaredIndexes, LocalFirestore } from '../service/options.ts';
import {
  type Administration,
  createAdministrationTransport,
} from '../transports/administration/administration-transport.ts';
import { createDelivery, type PendingEvent } from '../triggers/delivery.ts';
import { fromEventarcTrigger, fromLegacyTrigger } from '../triggers/trigger.ts';
import { TriggerRegistry } from '../triggers/trigger-registry.ts';
import { valuesIdentical } from '../values/compare.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { fromMillis } from '../values/timestamp.ts';
import type { RulesBook } from './rules-book.ts';
import { type RunningFirestore, serveFirestore } from './serve-firestore.ts';

/**
 * An export is what is kept when the suite is stopped, and the events of what it holds go with the suite: so functions that
 * are at work get the time to leave their part in it.
 */
const EXPORT_WAITS_MS = 5_000;

export interface LocalFirestoreOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly project: string;
  /** The Functions emulator; null when there is none. */
  readonly functions: { readonly host: string; readonly port: number } | null;
  /** Read at each query, so that it may change; null requires no index. */
  readonly indexes: () => DeclaredIndexes | null;
  /** An `.overall_export_metadata` file to begin with, and to go back to on `/reset`. */
  readonly seed: string | null;
  /**
   * A file that every change is appended to, so that a program that was killed finds it again; begun when it is
   * missing, and replayed over the seed when it is not. Null keeps everything in memory only.
   */
  readonly journal: string | null;
  readonly log: (line: string) => void;
}

export interface RunningLocalFirestore extends RunningFirestore {
  readonly service: LocalFirestore;
  readonly rules: RulesBook;
}

/** `rules`: already loaded, so that nothing is served before its rules are known to be good. */
export async function startLocalFirestore(
  rules: RulesBook,
  options: LocalFirestoreOptions,
): Promise<RunningLocalFirestore> {
  const { functions, log } = options;
  let journal: JournalWriter | null = null;
  let undelivered: UndeliveredEvents | null = null;
  const onTaken = (event: PendingEvent) => undelivered?.taken(event);
  const onDone = (event: PendingEvent) => undelivered?.done(event);
  const delivery = functions ? createDelivery({ ...functions, log, onTaken, onDone }) : null;
  const triggers = new TriggerRegistry(delivery);
  const unrecorded = createFirestoreService({
    authorize: rules.authorize,
    requireIndexes: options.indexes,
    onCommit: (commit) => {
      journal?.append(recordOf(commit));
      triggers.onCommit(commit);
    },
    log: (line) => log(rules.explain(line)),
  });
  rules.whenLoaded(() => unrecorded.rulesChanged());
  const seed = (into: LocalFirestore) => {
    if (options.seed !== null)
      importDocuments(into, { project: options.project, database: '(default)' }, options.seed);
  };
  seed(unrecorded);
  if (options.journal !== null) {
    const events = recoverJournal(unrecorded, options.journal, log);
    journal = await openJournalWriter(options.journal, log);
    undelivered = keepUndelivered(journal, events);
    triggers.recover(events);
  }
  const counted = countUsage(journal === null ? unrecorded : journaled(unrecorded, journal.append));
  const { service } = counted;
  const administration: Administration = {
    loadRules: (project, content) => rules.loadFor(project, content),
    ruleCoverage: (project) => {
      const coverage = rules.coverageOf(project);
      return coverage && { json: JSON.stringify(coverage.report()), html: coverage.html() };
    },
    ruleCosts: (project) => rules.costsOf(project),
    usage: counted.usageOf,
    clearUsage: counted.clearUsage,
    clear: (database) => service.clear(database),
    reset: () => {
      for (const database of service.databases()) service.clear(database);
      seed(service);
    },
    putLegacyTrigger: (project, id, body) => triggers.register(fromLegacyTrigger(project, id, body)),
    putEventarcTrigger: (project, id, body) => triggers.register(fromEventarcTrigger(project, id, body)),
    removeTrigger: (project, id) => triggers.remove(project, id),
    exportTo: async (database, directory, name) => {
      await delivery?.settled(EXPORT_WAITS_MS);
      exportDatabase(database, service.documents(database), directory, name);
    },
    importFrom: (database, file) => importDocuments(service, database, file),
  };
  const running = await serveFirestore(service, {
    host: options.host,
    port: options.port,
    extra: [createAdministrationTransport(administration)],
  });
  return {
    service,
    rules,
    port: running.port,
    close: async () => {
      delivery?.close();
      await running.close();
      await journal?.close();
    },
  };
}

/** Takes the documents of the database's own ID; what is stored already, and equal, stays untouched. */
function importDocuments(service: LocalFirestore, database: DatabaseId, file: string): void {
  const read = readExport(file, database).filter((document) => document.database === database.database);
  const stored = new Map<string, Document>();
  for (const document of service.documents(database)) stored.set(document.path, document);
  const now = fromMillis(Date.now());
  const fresh: Document[] = [];
  for (const { path, fields } of read) {
    const old = stored.get(path);
    if (old && valuesIdentical(old.fields, fields)) continue;
    fresh.push({ path, fields, createTime: old?.createTime ?? now, updateTime: now });
  }
  service.importDocuments(database, fresh);
}
