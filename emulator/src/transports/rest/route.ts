/** Which call a REST request makes, and how its path, query and body become the call's message. */
import type { FirestoreService } from '../../service/firestore-service.ts';
import { fromDocumentName } from '../../values/resource-name.ts';
import type { StatusError } from '../../values/status.ts';
import { invalidPayload } from '../../wire/invalid-payload.ts';
import { fromJson, toJson } from '../../wire/json-message.ts';
import { asObject } from '../../wire/json-scalar.ts';
import * as rpcs from '../../wire/unary-rpcs.ts';

export interface Route {
  readonly takesBody: boolean;
  /** Resolves to the text of the answer; rejects with a StatusError. */
  readonly answer: (
    service: FirestoreService,
    body: unknown,
    authenticate: rpcs.Authenticate,
  ) => Promise<string>;
}

/** `toRequest` puts what the path and query say around what the body says. */
function routeTo<Request, Response extends object>(
  rpc: rpcs.UnaryRpc<Request, Response>,
  takesBody: boolean,
  toRequest: (body: unknown) => Record<string, unknown>,
): Route {
  return {
    takesBody,
    answer: async (service, body, authenticate) => {
      const responses = await rpc.answer(service, fromJson(rpc.request, toRequest(body)), authenticate);
      const texts = responses.map((response) => toJson(rpc.response, response));
      if (rpc.streams) return `[${texts.join(',\n')}]\n`;
      const text = texts[0] ?? '{}';
      return text === '{}' ? '{\n}\n' : `${text}\n`;
    },
  };
}

/** A call that is known and never served. */
export interface Refusal {
  readonly refusal: StatusError;
}

const ROOT = /^\/v1\/(projects\/[^/]+\/databases\/[^/]+)\/documents(?:\/(.*))?$/s;
const VERB = /^(.*):([A-Za-z]+)$/s;

/** null: no such path. Throws INVALID_ARGUMENT for a name that is none. */
export function routeOf(method: string, path: string, query: URLSearchParams): Route | Refusal | null {
  if (method === 'POST') {
    const verb = VERB.exec(path);
    const found = verb ? verbRoute(decodePath(verb[1] ?? ''), verb[2] ?? '') : null;
    if (found) return found;
  }
  const match = ROOT.exec(path);
  if (!match || match[2] === undefined) return null;
  const database = decodePath(match[1] ?? '');
  const below = decodePath(match[2]);
  const name = `${database}/documents/${below}`;
  const parameters = fromQuery(query);
  if (below === '' || (below.endsWith('/') && below.split('/').length % 2 === 1 && !below.includes('//'))) {
    // A slash after the root or a document lists every collection under it.
    return method === 'GET' ? list(name.slice(0, -1), '', parameters) : null;
  }
  const segments = below.split('/');
  if (segments.length % 2 === 1 && !segments.includes('')) {
    const parent = name.slice(0, name.lastIndexOf('/'));
    const collectionId = segments.at(-1) ?? '';
    if (method === 'GET') return list(parent, collectionId, parameters);
    if (method === 'POST') return create(parent, collectionId, parameters);
    return null;
  }
  fromDocumentName(name);
  return documentRoute(method, name, parameters);
}

function documentRoute(method: string, name: string, parameters: Record<string, unknown>): Route | null {
  switch (method) {
    case 'GET':
    case 'HEAD':
      return routeTo(rpcs.GET_DOCUMENT, false, () => ({ ...parameters, name }));
    case 'DELETE':
      return routeTo(rpcs.DELETE_DOCUMENT, false, () => ({ ...parameters, name }));
    case 'PATCH':
      return routeTo(rpcs.UPDATE_DOCUMENT, true, (body) => ({
        ...parameters,
        document: { ...asObject(body), name },
      }));
    default:
      return null;
  }
}

function list(parent: string, collectionId: string, parameters: Record<string, unknown>) {
  return routeTo(rpcs.LIST_DOCUMENTS, false, () => ({ ...parameters, parent, collectionId }));
}

function create(parent: string, collectionId: string, parameters: Record<string, unknown>) {
  return routeTo(rpcs.CREATE_DOCUMENT, true, (body) => ({
    ...parameters,
    parent,
    collectionId,
    document: asObject(body),
  }));
}

function verbRoute(path: string, verb: string): Route | Refusal | null {
  const name = path.replace(/^\/v1\//, '');
  const root = /^projects\/[^/]+\/databases\/[^/]+\/documents$/.test(name);
  // Whether it names a parent is for the call to say.
  const under = /^projects\/[^/]+\/databases\/[^/]+\/documents(\/.+)?$/s.test(name);
  const database = name.replace(/\/documents$/, '');
  const on = <Request, Response extends object>(
    key: 'database' | 'parent',
    value: string,
    rpc: rpcs.UnaryRpc<Request, Response>,
  ) =>
    routeTo(rpc, true, (body) => {
      const given = asObject(body);
      // The path names it; the body may not name another.
      if (given[key] !== undefined && given[key] !== value) throw invalidPayload();
      return { ...given, [key]: value };
    });
  if (root) {
    if (verb === 'commit') return on('database', database, rpcs.COMMIT);
    if (verb === 'batchGet') return on('database', database, rpcs.BATCH_GET_DOCUMENTS);
    if (verb === 'batchWrite') return on('database', database, rpcs.BATCH_WRITE);
    if (verb === 'beginTransaction') return on('database', database, rpcs.BEGIN_TRANSACTION);
    if (verb === 'rollback') return on('database', database, rpcs.ROLLBACK);
    if (verb === 'executePipeline') return { refusal: rpcs.pipelineRefused() };
  }
  if (under) {
    if (verb === 'runQuery') return on('parent', name, rpcs.RUN_QUERY);
    if (verb === 'runAggregationQuery') return on('parent', name, rpcs.RUN_AGGREGATION_QUERY);
    if (verb === 'listCollectionIds') return on('parent', name, rpcs.LIST_COLLECTION_IDS);
    if (verb === 'partitionQuery') return { refusal: rpcs.partitionRefused() };
  }
  return null;
}

const REPEATED = new Set(['mask.fieldPaths', 'updateMask.fieldPaths']);
const SINGLE = new Set([
  'currentDocument.exists',
  'currentDocument.updateTime',
  'documentId',
  'orderBy',
  'pageSize',
  'pageToken',
  'readTime',
  'showMissing',
  'transaction',
]);

/** The parameters that belong to messages, nested by their dots; a key, a callback and the like are passed over. */
function fromQuery(query: URLSearchParams): Record<string, unknown> {
  const message: Record<string, unknown> = {};
  for (const [spelled, value] of query) {
    const key = spelled.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (!REPEATED.has(key) && !SINGLE.has(key)) continue;
    const [outer, inner] = key.split('.');
    if (outer === undefined) continue;
    if (inner === undefined) message[outer] = value;
    else {
      const nested = (message[outer] ?? {}) as Record<string, unknown>;
      nested[inner] = REPEATED.has(key) ? [...((nested[inner] ?? []) as string[]), value] : value;
      message[outer] = nested;
    }
  }
  return message;
}

function decodePath(path: string): string {
  try {
    return path.split('/').map(decodeURIComponent).join('/');
  } catch {
    throw invalidPayload();
  }
}
