/** Listen targets and responses. */
import type { ListenResponse, ListenTarget } from '../service/requests.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { fromDocumentName, fromParentName, toDocumentName } from '../values/resource-name.ts';
import { StatusError } from '../values/status.ts';
import { toBloomFilter } from './bloom-filter.ts';
import { toSharedJson, toSharedProtobuf } from './document.ts';
import { toJson } from './json-message.ts';
import {
  type EncodedDocument,
  LISTEN_RESPONSE,
  type ListenResponseMessage,
  type TargetMessage,
} from './messages.ts';
import { encodeProtobufs } from './protobuf-message.ts';
import { fromStructuredQuery } from './query.ts';
import { toGrpcCode } from './status.ts';

export function fromTarget(message: TargetMessage): ListenTarget {
  const base = {
    targetId: message.targetId ?? 0,
    resume: fromResume(message),
    once: message.once ?? false,
    expectedCount: message.expectedCount ?? null,
  };
  if (message.documents) {
    const paths = (message.documents.documents ?? []).map((name) => fromDocumentName(name).path);
    return { ...base, kind: 'documents', paths };
  }
  if (message.query) {
    const { path } = fromParentName(message.query.parent ?? '');
    return {
      ...base,
      kind: 'query',
      parent: path,
      query: fromStructuredQuery(message.query.structuredQuery),
    };
  }
  throw new StatusError('INVALID_ARGUMENT', 'The target type must be set.');
}

function fromResume(message: TargetMessage): ListenTarget['resume'] {
  if (message.resumeToken !== undefined && message.resumeToken.length > 0) {
    return { kind: 'token', token: message.resumeToken };
  }
  return message.readTime === undefined ? null : { kind: 'readTime', time: message.readTime };
}

export function encodeListenResponses(
  responses: readonly { readonly database: DatabaseId; readonly response: ListenResponse }[],
): readonly Uint8Array[] {
  return encodeProtobufs(LISTEN_RESPONSE, responses, ({ database, response }) =>
    toListenResponse(database, response, toSharedProtobuf),
  );
}

export function listenResponseToJson(database: DatabaseId, response: ListenResponse): string {
  return toJson(LISTEN_RESPONSE, toListenResponse(database, response, toSharedJson));
}

function toListenResponse(
  database: DatabaseId,
  response: ListenResponse,
  encode: (database: DatabaseId, document: Document) => EncodedDocument,
): ListenResponseMessage {
  switch (response.kind) {
    case 'targetChange': {
      const { type, targetIds, cause, resumeToken, readTime } = response;
      return {
        targetChange: {
          targetChangeType: type,
          targetIds,
          cause: cause ? { code: toGrpcCode(cause.code), message: cause.message } : undefined,
          resumeToken: resumeToken ?? undefined,
          readTime: readTime ?? undefined,
        },
      };
    }
    case 'documentChange': {
      const { document, targetIds, removedTargetIds } = response;
      return { documentChange: { document: encode(database, document), targetIds, removedTargetIds } };
    }
    case 'documentDelete':
    case 'documentRemove': {
      const { path, removedTargetIds, readTime } = response;
      const message = { document: toDocumentName(database, path), readTime, removedTargetIds };
      return response.kind === 'documentDelete' ? { documentDelete: message } : { documentRemove: message };
    }
    case 'filter': {
      const { targetId, paths } = response;
      const unchangedNames = toBloomFilter(paths.map((path) => toDocumentName(database, path)));
      return { filter: { targetId, count: paths.length, unchangedNames } };
    }
  }
}
