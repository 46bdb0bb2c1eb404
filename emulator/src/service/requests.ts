/**
 * What the service takes and gives, free of any transport. `wire/` turns protobuf messages and ProtoJSON into
 * these and back; nothing behind the service knows how a request arrived.
 */
import type { StructuredQuery } from '../query/structured-query.ts';
import type { DatabaseId, Document, FieldPath } from '../values/document.ts';
import type { StatusCode } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';

/** Who asks. `admin` bypasses rules; `user` is checked against them with `request.auth` = auth. */
export type Caller = { kind: 'admin' } | { kind: 'user'; auth: Auth | null };

/** `uid` and the decoded claims of the token, as `request.auth` shows them. */
export interface Auth {
  readonly uid: string;
  readonly token: MapValue;
}

export type {
  Aggregation,
  Cursor,
  FieldOperator,
  Filter,
  FindNearest,
  Order,
  StructuredQuery,
} from '../query/structured-query.ts';

/** `parent` is relative to the documents root; '' is the root itself. */
export interface QueryTarget {
  readonly database: DatabaseId;
  readonly parent: string;
  readonly query: StructuredQuery;
}

export type Precondition = { exists: boolean } | { updateTime: Timestamp } | null;

export type FieldTransform = { readonly field: FieldPath } & (
  | { kind: 'serverTimestamp' }
  | { kind: 'increment' | 'maximum' | 'minimum'; operand: Value }
  | { kind: 'appendMissingElements' | 'removeAllFromArray'; values: readonly Value[] }
);

/** `path` is relative to the documents root. */
export type Write =
  | {
      kind: 'update';
      path: string;
      fields: MapValue;
      mask: readonly FieldPath[] | null;
      transforms: readonly FieldTransform[];
      precondition: Precondition;
    }
  | { kind: 'transform'; path: string; transforms: readonly FieldTransform[]; precondition: Precondition }
  | { kind: 'delete' | 'verify'; path: string; precondition: Precondition };

export interface WriteResult {
  /** null for a delete or verify. A write that changes nothing keeps the old updateTime. */
  readonly updateTime: Timestamp | null;
  readonly transformResults: readonly Value[];
}

export interface CommitResult {
  readonly writeResults: readonly WriteResult[];
  readonly commitTime: Timestamp;
}

export type TransactionOptions =
  | { kind: 'readWrite'; retryTransaction: Uint8Array | null }
  | { kind: 'readOnly'; readTime: Timestamp | null };

/** Which moment a read sees: the newest, an open transaction, one begun by this read, or an old time. */
export type Consistency =
  | { kind: 'strong' }
  | { kind: 'transaction'; id: Uint8Array }
  | { kind: 'newTransaction'; options: TransactionOptions }
  | { kind: 'readTime'; time: Timestamp };

/** One answer a requested name, in any order. `document: null` is "missing". */
export interface BatchGetResult {
  readonly transaction: Uint8Array | null;
  readonly results: readonly { readonly path: string; readonly document: Document | null }[];
  readonly readTime: Timestamp;
}

export interface QueryResult {
  readonly transaction: Uint8Array | null;
  readonly documents: readonly Document[];
  readonly skippedResults: number;
  readonly readTime: Timestamp;
}

export interface AggregationResult {
  readonly transaction: Uint8Array | null;
  readonly values: ReadonlyMap<string, Value>;
  readonly readTime: Timestamp;
}

export type ListenTarget = {
  readonly targetId: number;
  readonly resume: { kind: 'token'; token: Uint8Array } | { kind: 'readTime'; time: Timestamp } | null;
  readonly once: boolean;
  /** How many documents the client has for this target; the server answers with a filter when they are not the right ones. */
  readonly expectedCount: number | null;
} & (
  | { kind: 'documents'; paths: readonly string[] }
  | { kind: 'query'; parent: string; query: StructuredQuery }
);

export interface StatusInfo {
  readonly code: StatusCode;
  readonly message: string;
}

export type ListenResponse =
  | {
      kind: 'targetChange';
      type: 'NO_CHANGE' | 'ADD' | 'REMOVE' | 'CURRENT' | 'RESET';
      targetIds: readonly number[];
      cause: StatusInfo | null;
      resumeToken: Uint8Array | null;
      readTime: Timestamp | null;
    }
  | {
      kind: 'documentChange';
      document: Document;
      targetIds: readonly number[];
      removedTargetIds: readonly number[];
    }
  | { kind: 'documentDelete'; path: string; removedTargetIds: readonly number[]; readTime: Timestamp }
  | { kind: 'documentRemove'; path: string; removedTargetIds: readonly number[]; readTime: Timestamp }
  | {
      kind: 'filter';
      targetId: number;
      /** Of every document that matches the target. */
      paths: readonly string[];
    };
