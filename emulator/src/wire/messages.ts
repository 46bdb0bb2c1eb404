/** The Firestore messages, as decoding either encoding gives them. Absent fields are left out. */
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { BloomFilter } from './bloom-filter.ts';
import { MessageType } from './message-type.ts';

export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type DocumentMessage = Optional<{
  name: string;
  fields: MapValue;
  createTime: Timestamp;
  updateTime: Timestamp;
}>;
export type DocumentMaskMessage = Optional<{ fieldPaths: readonly string[] }>;
export type PreconditionMessage = Optional<{ exists: boolean; updateTime: Timestamp }>;
export type StatusMessage = Optional<{ code: number; message: string }>;

type ArrayMessage = Optional<{ values: readonly Value[] }>;
export type FieldTransformMessage = Optional<{
  fieldPath: string;
  setToServerValue: string;
  increment: Value;
  maximum: Value;
  minimum: Value;
  appendMissingElements: ArrayMessage;
  removeAllFromArray: ArrayMessage;
}>;
export type WriteMessage = Optional<{
  update: DocumentMessage;
  delete: string;
  verify: string;
  transform: Optional<{ document: string; fieldTransforms: readonly FieldTransformMessage[] }>;
  updateMask: DocumentMaskMessage;
  updateTransforms: readonly FieldTransformMessage[];
  currentDocument: PreconditionMessage;
}>;
export type WriteResultMessage = Optional<{ updateTime: Timestamp; transformResults: readonly Value[] }>;

export type TransactionOptionsMessage = Optional<{
  readOnly: Optional<{ readTime: Timestamp }>;
  readWrite: Optional<{ retryTransaction: Uint8Array }>;
}>;
export type ConsistencyMessage = Optional<{
  transaction: Uint8Array;
  newTransaction: TransactionOptionsMessage;
  readTime: Timestamp;
}>;

type FieldReferenceMessage = Optional<{ fieldPath: string }>;
export type FilterMessage = Optional<{
  compositeFilter: Optional<{ op: string; filters: readonly FilterMessage[] }>;
  fieldFilter: Optional<{ field: FieldReferenceMessage; op: string; value: Value }>;
  unaryFilter: Optional<{ op: string; field: FieldReferenceMessage }>;
}>;
export type CursorMessage = Optional<{ values: readonly Value[]; before: boolean }>;
export type FindNearestMessage = Optional<{
  vectorField: FieldReferenceMessage;
  queryVector: Value;
  distanceMeasure: string;
  limit: number;
  distanceResultField: string;
  distanceThreshold: number;
}>;
export type StructuredQueryMessage = Optional<{
  select: Optional<{ fields: readonly FieldReferenceMessage[] }>;
  from: readonly Optional<{ collectionId: string; allDescendants: boolean }>[];
  where: FilterMessage;
  orderBy: readonly Optional<{ field: FieldReferenceMessage; direction: string }>[];
  startAt: CursorMessage;
  endAt: CursorMessage;
  offset: number;
  limit: number;
  findNearest: FindNearestMessage;
}>;
export type AggregationMessage = Optional<{
  alias: string;
  count: Optional<{ upTo: bigint }>;
  sum: Optional<{ field: FieldReferenceMessage }>;
  avg: Optional<{ field: FieldReferenceMessage }>;
}>;

export type TargetMessage = Optional<{
  query: Optional<{ parent: string; structuredQuery: StructuredQueryMessage }>;
  documents: Optional<{ documents: readonly string[] }>;
  resumeToken: Uint8Array;
  readTime: Timestamp;
  targetId: number;
  once: boolean;
  expectedCount: number;
}>;
export type TargetChangeMessage = Optional<{
  targetChangeType: string;
  targetIds: readonly number[];
  cause: StatusMessage;
  resumeToken: Uint8Array;
  readTime: Timestamp;
}>;
/** A document that many listeners get arrives already encoded: protobuf bytes or JSON text. */
export type EncodedDocument = DocumentMessage | Uint8Array | string;

const type = <T>(name: string) => new MessageType<T>(`google.firestore.v1.${name}`);

export const DOCUMENT = type<DocumentMessage>('Document');
export const GET_DOCUMENT_REQUEST = type<
  ConsistencyMessage & Optional<{ name: string; mask: DocumentMaskMessage }>
>('GetDocumentRequest');
export const LIST_DOCUMENTS_REQUEST = type<
  ConsistencyMessage &
    Optional<{
      parent: string;
      collectionId: string;
      pageSize: number;
      pageToken: string;
      orderBy: string;
      mask: DocumentMaskMessage;
      showMissing: boolean;
    }>
>('ListDocumentsRequest');
export const LIST_DOCUMENTS_RESPONSE =
  type<Optional<{ documents: readonly DocumentMessage[]; nextPageToken: string }>>('ListDocumentsResponse');
export const CREATE_DOCUMENT_REQUEST =
  type<
    Optional<{
      parent: string;
      collectionId: string;
      documentId: string;
      document: DocumentMessage;
      mask: DocumentMaskMessage;
    }>
  >('CreateDocumentRequest');
export const UPDATE_DOCUMENT_REQUEST =
  type<
    Optional<{
      document: DocumentMessage;
      updateMask: DocumentMaskMessage;
      mask: DocumentMaskMessage;
      currentDocument: PreconditionMessage;
    }>
  >('UpdateDocumentRequest');
export const DELETE_DOCUMENT_REQUEST =
  type<Optional<{ name: string; currentDocument: PreconditionMessage }>>('DeleteDocumentRequest');
export const BATCH_GET_REQUEST = type<
  ConsistencyMessage & Optional<{ database: string; documents: readonly string[]; mask: DocumentMaskMessage }>
>('BatchGetDocumentsRequest');
export const BATCH_GET_RESPONSE =
  type<Optional<{ found: DocumentMessage; missing: string; transaction: Uint8Array; readTime: Timestamp }>>(
    'BatchGetDocumentsResponse',
  );
export const BEGIN_TRANSACTION_REQUEST =
  type<Optional<{ database: string; options: TransactionOptionsMessage }>>('BeginTransactionRequest');
export const BEGIN_TRANSACTION_RESPONSE =
  type<Optional<{ transaction: Uint8Array }>>('BeginTransactionResponse');
export const COMMIT_REQUEST =
  type<Optional<{ database: string; writes: readonly WriteMessage[]; transaction: Uint8Array }>>(
    'CommitRequest',
  );
export const COMMIT_RESPONSE =
  type<Optional<{ writeResults: readonly WriteResultMessage[]; commitTime: Timestamp }>>('CommitResponse');
export const ROLLBACK_REQUEST =
  type<Optional<{ database: string; transaction: Uint8Array }>>('RollbackRequest');
export const RUN_QUERY_REQUEST = type<
  ConsistencyMessage & Optional<{ parent: string; structuredQuery: StructuredQueryMessage }>
>('RunQueryRequest');
export const RUN_QUERY_RESPONSE =
  type<
    Optional<{
      transaction: Uint8Array;
      document: DocumentMessage;
      readTime: Timestamp;
      skippedResults: number;
      done: boolean;
    }>
  >('RunQueryResponse');
export const RUN_AGGREGATION_QUERY_REQUEST = type<
  ConsistencyMessage &
    Optional<{
      parent: string;
      structuredAggregationQuery: Optional<{
        structuredQuery: StructuredQueryMessage;
        aggregations: readonly AggregationMessage[];
      }>;
    }>
>('RunAggregationQueryRequest');
export const RUN_AGGREGATION_QUERY_RESPONSE = type<
  Optional<{
    result: Optional<{ aggregateFields: MapValue }>;
    transaction: Uint8Array;
    readTime: Timestamp;
    done: boolean;
  }>
>('RunAggregationQueryResponse');
export const LIST_COLLECTION_IDS_REQUEST =
  type<Optional<{ parent: string; pageSize: number; pageToken: string; readTime: Timestamp }>>(
    'ListCollectionIdsRequest',
  );
export const LIST_COLLECTION_IDS_RESPONSE =
  type<Optional<{ collectionIds: readonly string[]; nextPageToken: string }>>('ListCollectionIdsResponse');
export const BATCH_WRITE_REQUEST =
  type<Optional<{ database: string; writes: readonly WriteMessage[] }>>('BatchWriteRequest');
export const BATCH_WRITE_RESPONSE =
  type<Optional<{ writeResults: readonly WriteResultMessage[]; status: readonly StatusMessage[] }>>(
    'BatchWriteResponse',
  );
export const EXECUTE_PIPELINE_REQUEST = type<Optional<{ database: string }>>('ExecutePipelineRequest');
export const PARTITION_QUERY_REQUEST = type<Optional<{ parent: string }>>('PartitionQueryRequest');
export const PARTITION_QUERY_RESPONSE = type<Optional<{ nextPageToken: string }>>('PartitionQueryResponse');

export type WriteRequestMessage = typeof WRITE_REQUEST.shape;
export const WRITE_REQUEST =
  type<
    Optional<{
      database: string;
      streamId: string;
      writes: readonly WriteMessage[];
      streamToken: Uint8Array;
      labels: ReadonlyMap<string, string>;
    }>
  >('WriteRequest');
export type WriteResponseMessage = typeof WRITE_RESPONSE.shape;
export const WRITE_RESPONSE =
  type<
    Optional<{
      streamId: string;
      streamToken: Uint8Array;
      writeResults: readonly WriteResultMessage[];
      commitTime: Timestamp;
    }>
  >('WriteResponse');
export type ListenRequestMessage = typeof LISTEN_REQUEST.shape;
export const LISTEN_REQUEST =
  type<
    Optional<{
      database: string;
      addTarget: TargetMessage;
      removeTarget: number;
      labels: ReadonlyMap<string, string>;
    }>
  >('ListenRequest');
export type ListenResponseMessage = typeof LISTEN_RESPONSE.shape;
export const LISTEN_RESPONSE =
  type<
    Optional<{
      targetChange: TargetChangeMessage;
      documentChange: Optional<{
        document: EncodedDocument;
        targetIds: readonly number[];
        removedTargetIds: readonly number[];
      }>;
      documentDelete: Optional<{
        document: string;
        readTime: Timestamp;
        removedTargetIds: readonly number[];
      }>;
      documentRemove: Optional<{
        document: string;
        readTime: Timestamp;
        removedTargetIds: readonly number[];
      }>;
      filter: Optional<{ targetId: number; count: number; unchangedNames: BloomFilter }>;
    }>
  >('ListenResponse');

/** The payload of a document event. */
export const DOCUMENT_EVENT_DATA =
  type<Optional<{ value: DocumentMessage; oldValue: DocumentMessage; updateMask: DocumentMaskMessage }>>(
    'DocumentEventData',
  );
export const EMPTY = new MessageType<Record<string, never>>('google.protobuf.Empty');
