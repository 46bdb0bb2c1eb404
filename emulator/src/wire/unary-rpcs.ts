/**
 * Every call that is no bidirectional stream: what it takes, what it gives, and how the service answers it. gRPC and
 * REST differ only in how they read the one and write the other.
 */
import type { FirestoreService } from '../service/firestore-service.ts';
import type { Caller, QueryTarget, Write, WriteResult } from '../service/requests.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import {
  fromDatabaseName,
  fromDocumentName,
  fromParentName,
  toDatabaseName,
  toDocumentName,
} from '../values/resource-name.ts';
import { StatusError } from '../values/status.ts';
import { toDocument } from './document.ts';
import type { MessageType } from './message-type.ts';
import * as messages from './messages.ts';
import { fromAggregation, fromConsistency, fromStructuredQuery, fromTransactionOptions } from './query.ts';
import { toGrpcCode } from './status.ts';
import { fromMask, fromPrecondition, fromWrite, toWriteResult } from './write.ts';

/** Reads the caller's token; called once the request's name is known to be good, as the reference does. */
export type Authenticate = () => Caller;

export interface UnaryRpc<Request, Response extends object> {
  readonly name: string;
  readonly request: MessageType<Request>;
  readonly response: MessageType<Response>;
  /** Whether the answer is a stream of responses, or always exactly one. */
  readonly streams: boolean;
  /** Rejects with a StatusError. */
  readonly answer: (
    service: FirestoreService,
    request: Request,
    authenticate: Authenticate,
  ) => Promise<readonly Response[]>;
}

function rpc<Request, Response extends object>(
  name: string,
  request: MessageType<Request>,
  response: MessageType<Response>,
  answer: (service: FirestoreService, request: Request, authenticate: Authenticate) => Promise<Response>,
): UnaryRpc<Request, Response> {
  return { name, request, response, streams: false, answer: async (...args) => [await answer(...args)] };
}

function streamingRpc<Request, Response extends object>(
  name: string,
  request: MessageType<Request>,
  response: MessageType<Response>,
  answer: UnaryRpc<Request, Response>['answer'],
): UnaryRpc<Request, Response> {
  return { name, request, response, streams: true, answer };
}

export const GET_DOCUMENT = rpc(
  'GetDocument',
  messages.GET_DOCUMENT_REQUEST,
  messages.DOCUMENT,
  async (service, request, authenticate) => {
    const { database, path } = fromDocumentName(request.name ?? '');
    const caller = authenticate();
    const mask = fromMask(request.mask);
    return toDocument(
      database,
      await service.getDocument(caller, database, path, mask, fromConsistency(request)),
    );
  },
);

export const LIST_DOCUMENTS = rpc(
  'ListDocuments',
  messages.LIST_DOCUMENTS_REQUEST,
  messages.LIST_DOCUMENTS_RESPONSE,
  async (service, request, authenticate) => {
    const { database, path } = fromParentName(request.parent ?? '');
    const caller = authenticate();
    const page = await service.listDocuments(caller, database, path, request.collectionId || null, {
      // No size and zero both leave the size to the server.
      pageSize: request.pageSize || null,
      pageToken: request.pageToken ?? '',
      orderBy: request.orderBy ?? '',
      mask: fromMask(request.mask),
      showMissing: request.showMissing ?? false,
      consistency: fromConsistency(request),
    });
    const documents = page.documents.map((document) => toListed(database, document));
    return { documents, nextPageToken: page.nextPageToken };
  },
);

function toListed(database: DatabaseId, document: Document | { path: string }): messages.DocumentMessage {
  return 'fields' in document
    ? toDocument(database, document)
    : { name: toDocumentName(database, document.path) };
}

export const CREATE_DOCUMENT = rpc(
  'CreateDocument',
  messages.CREATE_DOCUMENT_REQUEST,
  messages.DOCUMENT,
  async (service, request, authenticate) => {
    const { database, path } = fromParentName(request.parent ?? '');
    const caller = authenticate();
    const document = await service.createDocument(
      caller,
      database,
      path,
      request.collectionId ?? '',
      request.documentId || null,
      request.document?.fields ?? new Map(),
      fromMask(request.mask),
    );
    return toDocument(database, document);
  },
);

export const UPDATE_DOCUMENT = rpc(
  'UpdateDocument',
  messages.UPDATE_DOCUMENT_REQUEST,
  messages.DOCUMENT,
  async (service, request, authenticate) => {
    const { database, path } = fromDocumentName(request.document?.name ?? '');
    const caller = authenticate();
    const document = await service.updateDocument(
      caller,
      database,
      path,
      request.document?.fields ?? new Map(),
      fromMask(request.updateMask),
      fromMask(request.mask),
      fromPrecondition(request.currentDocument),
    );
    return toDocument(database, document);
  },
);

export const DELETE_DOCUMENT = rpc(
  'DeleteDocument',
  messages.DELETE_DOCUMENT_REQUEST,
  messages.EMPTY,
  async (service, request, authenticate) => {
    const { database, path } = fromDocumentName(request.name ?? '');
    await service.deleteDocument(authenticate(), database, path, fromPrecondition(request.currentDocument));
    return {};
  },
);

export const BATCH_GET_DOCUMENTS = streamingRpc(
  'BatchGetDocuments',
  messages.BATCH_GET_REQUEST,
  messages.BATCH_GET_RESPONSE,
  async (service, request, authenticate) => {
    const database = fromDatabaseName(request.database ?? '');
    const caller = authenticate();
    const names = [...new Set(request.documents ?? [])];
    const paths = names.map((name) => pathWithin(database, name));
    const own = paths.filter((path) => path !== null);
    const consistency = fromConsistency(request);
    const got = await service.batchGet(caller, database, own, fromMask(request.mask), consistency);
    const responses: (typeof messages.BATCH_GET_RESPONSE.shape)[] = [];
    if (got.transaction) responses.push({ transaction: got.transaction });
    const found = new Map(got.results.map(({ path, document }) => [path, document]));
    names.forEach((name, index) => {
      const document = found.get(paths[index] ?? '') ?? null;
      responses.push(
        document
          ? { found: toDocument(database, document), readTime: got.readTime }
          : { missing: name, readTime: got.readTime },
      );
    });
    return responses;
  },
);

/** null: in another database, where this request finds nothing. */
function pathWithin(database: DatabaseId, name: string): string | null {
  const place = fromDocumentName(name);
  return toDatabaseName(place.database) === toDatabaseName(database) ? place.path : null;
}

export const BEGIN_TRANSACTION = rpc(
  'BeginTransaction',
  messages.BEGIN_TRANSACTION_REQUEST,
  messages.BEGIN_TRANSACTION_RESPONSE,
  async (service, request, authenticate) => {
    const database = fromDatabaseName(request.database ?? '');
    const caller = authenticate();
    return {
      transaction: await service.beginTransaction(caller, database, fromTransactionOptions(request.options)),
    };
  },
);

export const COMMIT = rpc(
  'Commit',
  messages.COMMIT_REQUEST,
  messages.COMMIT_RESPONSE,
  async (service, request, authenticate) => {
    const database = fromDatabaseName(request.database ?? '');
    const caller = authenticate();
    const transaction = request.transaction && request.transaction.length > 0 ? request.transaction : null;
    return commitWrites(service, caller, database, request.writes ?? [], transaction);
  },
);

/** Commits what lies in the database of the request; the reference acknowledges other writes and drops them. */
export async function commitWrites(
  service: FirestoreService,
  caller: Caller,
  database: DatabaseId,
  requested: readonly messages.WriteMessage[],
  transaction: Uint8Array | null,
): Promise<typeof messages.COMMIT_RESPONSE.shape> {
  const { writes, own } = writesInto(database, requested);
  const { writeResults, commitTime } = await service.commit(caller, database, writes, transaction);
  if (own.length === 0) return {};
  const elsewhere: WriteResult = { updateTime: commitTime, transformResults: [] };
  return { writeResults: resultOfEach(own, writeResults, elsewhere).map(toWriteResult), commitTime };
}

/** `own` says of each requested write whether it is among `writes`: whether it is to this database. */
function writesInto(database: DatabaseId, requested: readonly messages.WriteMessage[]) {
  const placed = requested.map(fromWrite);
  const name = toDatabaseName(database);
  const own = placed.map((place) => toDatabaseName(place.database) === name);
  const writes: Write[] = [];
  placed.forEach(({ write }, index) => {
    if (own[index]) writes.push(write);
  });
  return { writes, own };
}

function resultOfEach<Result>(
  own: readonly boolean[],
  results: readonly Result[],
  elsewhere: Result,
): readonly Result[] {
  const left = [...results];
  return own.map((mine) => (mine ? (left.shift() ?? elsewhere) : elsewhere));
}

export const ROLLBACK = rpc(
  'Rollback',
  messages.ROLLBACK_REQUEST,
  messages.EMPTY,
  async (service, request, authenticate) => {
    const database = fromDatabaseName(request.database ?? '');
    await service.rollback(authenticate(), database, request.transaction ?? new Uint8Array());
    return {};
  },
);

export const RUN_QUERY = streamingRpc(
  'RunQuery',
  messages.RUN_QUERY_REQUEST,
  messages.RUN_QUERY_RESPONSE,
  async (service, request, authenticate) => {
    const { database, path } = fromParentName(request.parent ?? '');
    const caller = authenticate();
    const target: QueryTarget = {
      database,
      parent: path,
      query: fromStructuredQuery(request.structuredQuery),
    };
    const found = await service.runQuery(caller, target, fromConsistency(request));
    const { readTime, skippedResults } = found;
    type Response = { [K in keyof typeof messages.RUN_QUERY_RESPONSE.shape]: unknown };
    const responses: Response[] = found.documents.map((document) => ({
      document: toDocument(database, document),
      readTime,
    }));
    if (responses.length === 0) responses.push({ readTime });
    // What the offset skips lies before the first result.
    responses[0] = { ...responses[0], skippedResults };
    const last = responses.length - 1;
    responses[last] = { ...responses[last], done: true };
    if (found.transaction) responses.unshift({ transaction: found.transaction });
    return responses as (typeof messages.RUN_QUERY_RESPONSE.shape)[];
  },
);

export const RUN_AGGREGATION_QUERY = streamingRpc(
  'RunAggregationQuery',
  messages.RUN_AGGREGATION_QUERY_REQUEST,
  messages.RUN_AGGREGATION_QUERY_RESPONSE,
  async (service, request, authenticate) => {
    const { database, path } = fromParentName(request.parent ?? '');
    const caller = authenticate();
    const aggregation = request.structuredAggregationQuery;
    const query = fromStructuredQuery(aggregation?.structuredQuery);
    const aggregations = (aggregation?.aggregations ?? []).map(fromAggregation);
    const target: QueryTarget = { database, parent: path, query };
    const result = await service.runAggregationQuery(caller, target, aggregations, fromConsistency(request));
    return [
      {
        result: { aggregateFields: result.values },
        transaction: result.transaction ?? undefined,
        readTime: result.readTime,
        done: true,
      },
    ];
  },
);

export const LIST_COLLECTION_IDS = rpc(
  'ListCollectionIds',
  messages.LIST_COLLECTION_IDS_REQUEST,
  messages.LIST_COLLECTION_IDS_RESPONSE,
  async (service, request, authenticate) => {
    const { database, path } = fromParentName(request.parent ?? '');
    const caller = authenticate();
    const options = {
      pageSize: request.pageSize || null,
      pageToken: request.pageToken ?? '',
      readTime: request.readTime ?? null,
    };
    return service.listCollectionIds(caller, database, path, options);
  },
);

export const BATCH_WRITE = rpc(
  'BatchWrite',
  messages.BATCH_WRITE_REQUEST,
  messages.BATCH_WRITE_RESPONSE,
  async (service, request, authenticate) => {
    const database = fromDatabaseName(request.database ?? '');
    const caller = authenticate();
    const { writes, own } = writesInto(database, request.writes ?? []);
    const written = await service.batchWrite(caller, database, writes);
    const results = resultOfEach(own, written, { updateTime: null, transformResults: [] });
    return {
      writeResults: results.map((result) => (result instanceof StatusError ? {} : toWriteResult(result))),
      status: results.map((result) =>
        result instanceof StatusError ? { code: toGrpcCode(result.code), message: result.message } : {},
      ),
    };
  },
);

export const EXECUTE_PIPELINE = streamingRpc(
  'ExecutePipeline',
  messages.EXECUTE_PIPELINE_REQUEST,
  messages.EMPTY,
  async (_service, request) => {
    fromDatabaseName(request.database ?? '');
    throw pipelineRefused();
  },
);

export function pipelineRefused(): StatusError {
  return new StatusError(
    'INVALID_ARGUMENT',
    'ExecutePipeline requires the Database Edition to be `enterprise`.',
  );
}

export const PARTITION_QUERY = rpc(
  'PartitionQuery',
  messages.PARTITION_QUERY_REQUEST,
  messages.PARTITION_QUERY_RESPONSE,
  async () => {
    throw partitionRefused();
  },
);

export function partitionRefused(): StatusError {
  return new StatusError(
    'UNIMPLEMENTED',
    'Method google.firestore.v1.Firestore/PartitionQuery is unimplemented',
  );
}
