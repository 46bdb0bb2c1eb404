import type { DeclaredIndexes } from '../query/declared-indexes.ts';
import type { AccessRequest, DocumentReader, Verdict } from '../rules/access.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { FirestoreService } from './firestore-service.ts';
import type { Caller } from './requests.ts';

export type {
  DeclaredFieldOverride,
  DeclaredIndex,
  DeclaredIndexes,
  DeclaredIndexField,
} from '../query/declared-indexes.ts';

/** One document's way through a commit: null before is a creation, null after a deletion. */
export interface DocumentChange {
  readonly path: string;
  readonly before: Document | null;
  readonly after: Document | null;
}

/** What `onCommit` is told, in commit order. Writes that changed nothing are left out. */
export interface CommittedChanges {
  readonly database: DatabaseId;
  readonly commitTime: Timestamp;
  readonly caller: Caller;
  readonly changes: readonly DocumentChange[];
}

export type Authorize = (request: AccessRequest, reader: DocumentReader) => Verdict;

export interface FirestoreServiceOptions {
  /** Milliseconds since 1970; the system clock when left out. */
  readonly now?: () => number;
  /** Asked for every request of a user; null leaves everything open. It may change its answers when rules reload. */
  readonly authorize: Authorize | null;
  /** The declared indexes, read at each query; null requires none, as Google's emulator does. */
  readonly requireIndexes?: () => DeclaredIndexes | null;
  /** Called after a commit is visible and before its caller is answered. It must not throw. */
  readonly onCommit?: (commit: CommittedChanges) => void;
  /** Told each refusal of the rules, as one line for a log. */
  readonly log?: (line: string) => void;
  /** How long a write waits for the locks of other transactions; 2,000 ms when left out. */
  readonly lockTimeoutMs?: number;
}

/** What only the process itself may do; never reachable by a client's request. */
export interface FirestoreAdministration {
  /** To be called when the rules have changed: listeners that they no longer allow are ended. */
  rulesChanged(): void;
  /** Deletes every document. Listeners see the deletions; triggers do not, as in Google's emulator. */
  clear(database: DatabaseId): void;
  /** Adds or replaces documents as they are, times included. Listeners see them; triggers do not. */
  importDocuments(database: DatabaseId, documents: Iterable<Document>): void;
  /** Deletes documents; those that are not there are passed over. Listeners see it; triggers do not. */
  removeDocuments(database: DatabaseId, paths: readonly string[]): void;
  /** Every document of a database, collection by collection, in no particular order; do not write meanwhile. */
  documents(database: DatabaseId): Iterable<Document>;
  /** Every database that holds, or has held, a document. */
  databases(): readonly DatabaseId[];
}

export type LocalFirestore = FirestoreService & FirestoreAdministration;
