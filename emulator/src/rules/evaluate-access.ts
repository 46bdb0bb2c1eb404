import {
  type AccessRequest,
  type DocumentReader,
  type EvaluationObserver,
  type Method,
  noCost,
  type Verdict,
} from './access.ts';
import type { Context, DocumentService } from './evaluate/context.ts';
import { DocumentAccess, documentResource } from './evaluate/document-access.ts';
import { requestValue } from './evaluate/request-value.ts';
import { type Trial, tryAllows } from './evaluate/try-allows.ts';
import { denialMessage, needsDocuments } from './messages/denial-message.ts';
import { queryBranches } from './prove-list/branches.ts';
import { type FieldFact, knownDocument } from './prove-list/known-document.ts';
import { anyDepth, anyId, type RequestSegment } from './ruleset/match-path.ts';
import type { Ruleset } from './ruleset/ruleset.ts';
import { RulesError } from './values/rules-error.ts';
import { PartialMap, type RulesValue } from './values/rules-value.ts';

const service = 'cloud.firestore';
/** https://firebase.google.com/docs/firestore/security/rules-structure#security_rule_limits */
const expressionLimit = 1000;
const accessLimit = 10;
const sharedAccessLimit = 20;

/**
 * Decides a request under `service cloud.firestore`. Never throws, as long as the reader does not. `list` is decided
 * from the query alone: every alternative that the query's filters leave open must be allowed.
 */
export function evaluateAccess(
  ruleset: Ruleset,
  request: AccessRequest,
  reader: DocumentReader,
  observer: EvaluationObserver | null = null,
): Verdict {
  const documents = documentAccess(request, reader);
  if (request.method !== 'list') {
    const trial = tryRequest(ruleset, request, storedResource(request), documents, observer);
    const message = trial.allowed ? '' : wordDenial(ruleset, request, trial);
    return { allowed: trial.allowed, message, cost: documents.cost(trial.expressions) };
  }
  const branches = request.query === null ? [[]] : queryBranches(request.query);
  if (branches === null) {
    const message = "\nThe query has too many alternatives to be proved for 'list'";
    return { allowed: false, message, cost: noCost };
  }
  let expressions = 0;
  for (const facts of branches) {
    const resource = listedResource(facts);
    const trial = tryRequest(ruleset, request, resource, documents, observer);
    expressions = Math.max(expressions, trial.expressions);
    if (!trial.allowed) {
      const first = tryRequest(ruleset, request, resource, unresolvedDocuments, null);
      const message = denialMessage(roundsOf('list', first, trial));
      return { allowed: false, message, cost: documents.cost(expressions) };
    }
  }
  return { allowed: true, message: '', cost: documents.cost(expressions) };
}

/** The trials of a request, one for each alternative of a query; the last is the one that denied, if any did. */
export function tryAlternatives(
  ruleset: Ruleset,
  request: AccessRequest,
  reader: DocumentReader,
  observer: EvaluationObserver,
): Trial | null {
  const documents = documentAccess(request, reader);
  if (request.method !== 'list') {
    return tryRequest(ruleset, request, storedResource(request), documents, observer);
  }
  for (const facts of (request.query === null ? [[]] : queryBranches(request.query)) ?? []) {
    const trial = tryRequest(ruleset, request, listedResource(facts), documents, observer);
    if (!trial.allowed) return trial;
  }
  return null;
}

function documentAccess(request: AccessRequest, reader: DocumentReader): DocumentAccess {
  const { sharedAccesses } = request;
  const shared = sharedAccesses === undefined ? null : { seen: sharedAccesses, limit: sharedAccessLimit };
  return new DocumentAccess(reader, request.database.database, { limit: accessLimit, shared });
}

function tryRequest(
  ruleset: Ruleset,
  request: AccessRequest,
  resource: RulesValue,
  documents: DocumentService,
  observer: EvaluationObserver | null,
): Trial {
  const context: Context = {
    request: requestValue(request),
    resource,
    wildcards: [],
    locals: [],
    expressionsLeft: expressionLimit,
    documents,
    observer,
  };
  return tryAllows(ruleset, service, segmentsOf(request), request.method, context);
}

function segmentsOf(request: AccessRequest): readonly RequestSegment[] {
  const root: readonly RequestSegment[] = ['databases', request.database.database, 'documents'];
  const segments = request.path.split('/');
  if (request.method !== 'list') return [...root, ...segments];
  const collection = segments.slice(-2, -1);
  const parent = segments.slice(0, -2);
  const depth: readonly RequestSegment[] = request.query?.allDescendants === true ? [anyDepth] : [];
  const target: readonly RequestSegment[] = [...collection, anyId];
  return [...root, ...parent, ...depth, ...target];
}

function storedResource({ resource, database }: AccessRequest): RulesValue {
  return resource === null ? null : documentResource(resource, database.database);
}

function listedResource(facts: readonly FieldFact[]): RulesValue {
  return new PartialMap(new Map([['data', knownDocument(facts)]]));
}

const unresolved = new RulesError('Not known before documents are read.', true);
const unresolvedDocuments: DocumentService = { call: () => unresolved };

/** The rounds that Google's emulator would report for a request that was denied by `trial`. */
function roundsOf(method: Method, first: Trial, trial: Trial): { method: Method; trial: Trial }[] {
  const settled = first.attempts.every(({ value }) => value === false);
  if (settled || first.allowed || !needsDocuments(first, method)) return [{ method, trial }];
  return [
    { method, trial: first },
    { method, trial },
  ];
}

function wordDenial(ruleset: Ruleset, request: AccessRequest, trial: Trial): string {
  const firstResource = request.method === 'create' ? storedResource(request) : unresolved;
  const first = tryRequest(ruleset, request, firstResource, unresolvedDocuments, null);
  return denialMessage(roundsOf(request.method, first, trial));
}
