import type { DatabaseId, Document, FieldPath } from '../values/document.ts';
import type { StatusError } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue } from '../values/value.ts';
import type {
  Aggregation,
  AggregationResult,
  BatchGetResult,
  Caller,
  CommitResult,
  Consistency,
  ListenResponse,
  ListenTarget,
  Precondition,
  QueryResult,
  QueryTarget,
  TransactionOptions,
  Write,
  WriteResult,
} from './requests.ts';

/**
 * Firestore without a transport. Every method authorises its caller, acts, and rejects with a `StatusError`.
 * Paths are relative to the documents root.
 */
export interface FirestoreService {
  /** Applies all writes or none. Ends `transaction` if given. */
  commit(
    caller: Caller,
    database: DatabaseId,
    writes: readonly Write[],
    transaction: Uint8Array | null,
  ): Promise<CommitResult>;
  /** Applies each write alone; administrators only. */
  batchWrite(
    caller: Caller,
    database: DatabaseId,
    writes: readonly Write[],
  ): Promise<readonly (WriteResult | StatusError)[]>;
  batchGet(
    caller: Caller,
    database: DatabaseId,
    paths: readonly string[],
    mask: readonly FieldPath[] | null,
    consistency: Consistency,
  ): Promise<BatchGetResult>;
  /** Rejects with NOT_FOUND when there is none. */
  getDocument(
    caller: Caller,
    database: DatabaseId,
    path: string,
    mask: readonly FieldPath[] | null,
    consistency: Consistency,
  ): Promise<Document>;
  /** `documentId` null: a random one. Rejects with ALREADY_EXISTS. */
  createDocument(
    caller: Caller,
    database: DatabaseId,
    parent: string,
    collectionId: string,
    documentId: string | null,
    fields: MapValue,
    mask: readonly FieldPath[] | null,
  ): Promise<Document>;
  updateDocument(
    caller: Caller,
    database: DatabaseId,
    path: string,
    fields: MapValue,
    updateMask: readonly FieldPath[] | null,
    mask: readonly FieldPath[] | null,
    precondition: Precondition,
  ): Promise<Document>;
  deleteDocument(
    caller: Caller,
    database: DatabaseId,
    path: string,
    precondition: Precondition,
  ): Promise<void>;
  runQuery(caller: Caller, target: QueryTarget, consistency: Consistency): Promise<QueryResult>;
  runAggregationQuery(
    caller: Caller,
    target: QueryTarget,
    aggregations: readonly Aggregation[],
    consistency: Consistency,
  ): Promise<AggregationResult>;
  /** `collectionId` null: every document one level below `parent`. A missing document has no createTime. */
  listDocuments(
    caller: Caller,
    database: DatabaseId,
    parent: string,
    collectionId: string | null,
    options: ListDocumentsOptions,
  ): Promise<{ documents: readonly (Document | { path: string })[]; nextPageToken: string }>;
  listCollectionIds(
    caller: Caller,
    database: DatabaseId,
    parent: string,
    options: { pageSize: number | null; pageToken: string; readTime: Timestamp | null },
  ): Promise<{ collectionIds: readonly string[]; nextPageToken: string }>;
  beginTransaction(caller: Caller, database: DatabaseId, options: TransactionOptions): Promise<Uint8Array>;
  rollback(caller: Caller, database: DatabaseId, transaction: Uint8Array): Promise<void>;
  /**
   * Opens a Listen stream. `emit` is called synchronously, in the order in which a client must see the
   * responses; `fail` ends the stream. Nothing is emitted after `close()` or `fail`.
   */
  listen(
    caller: Caller,
    database: DatabaseId,
    emit: (response: ListenResponse) => void,
    fail: (error: StatusError) => void,
  ): ListenStream;
}

export interface ListenStream {
  addTarget(target: ListenTarget): void;
  /** Answers a target that cannot be read. */
  refuseTarget(targetId: number, error: StatusError): void;
  removeTarget(targetId: number): void;
  close(): void;
}

export interface ListDocumentsOptions {
  readonly pageSize: number | null;
  readonly pageToken: string;
  readonly orderBy: string;
  readonly mask: readonly FieldPath[] | null;
  readonly showMissing: boolean;
  readonly consistency: Consistency;
}
