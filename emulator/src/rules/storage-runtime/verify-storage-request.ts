import type { EvaluationObserver, Method } from '../access.ts';
import type { Context } from '../evaluate/context.ts';
import { type Trial, tryAllows } from '../evaluate/try-allows.ts';
import { denialLines } from '../explain/denial-lines.ts';
import { explainTrial } from '../explain/explain-trial.ts';
import { knownText } from '../explain/known-text.ts';
import type { Expression } from '../parser/ast.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { RulesValue } from '../values/rules-value.ts';
import { isRulesMap } from '../values/type-names.ts';
import type { FetchedDocuments } from './fetched-documents.ts';

export const storageService = 'firebase.storage';
const expressionLimit = 1000;

export interface StorageRequest {
  /** `/b/{bucket}/o/{name}`. */
  readonly path: string;
  /** `read` and `write` are asked for too: they need every method that they stand for. */
  readonly method: Method | 'read' | 'write';
  readonly resource: RulesValue;
  readonly request: RulesValue;
}

export interface StorageVerdict {
  readonly permit: boolean;
  /** Why not, as `denialLines` has it; empty if permitted. */
  readonly denial: readonly string[];
}

const expansions: Readonly<Record<'read' | 'write', readonly Method[]>> = {
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
};

/**
 * Decides a Storage request, asking `fetch` for each Firestore document that a rule looks at (null: missing). Rejects
 * only when `fetch` does.
 */
export async function verifyStorageRequest(
  ruleset: Ruleset,
  request: StorageRequest,
  documents: FetchedDocuments,
  fetch: (path: string) => Promise<void>,
  observer: EvaluationObserver | null = null,
): Promise<StorageVerdict> {
  const { method } = request;
  const methods = method === 'read' || method === 'write' ? expansions[method] : [method];
  for (const single of methods) {
    const trial = await settle(ruleset, request, single, documents, fetch);
    // Observed when every document is there: what an expression gives before that is nobody's value.
    if (observer !== null) tryRequest(ruleset, request, single, documents, observer);
    if (!trial.allowed) return { permit: false, denial: explain(ruleset, request, single, documents) };
  }
  return { permit: true, denial: [] };
}

async function settle(
  ruleset: Ruleset,
  request: StorageRequest,
  method: Method,
  documents: FetchedDocuments,
  fetch: (path: string) => Promise<void>,
): Promise<Trial> {
  for (;;) {
    const trial = tryRequest(ruleset, request, method, documents, null);
    const missing = documents.takeMissing();
    if (trial.allowed || missing === null) return trial;
    await fetch(missing);
  }
}

function explain(
  ruleset: Ruleset,
  request: StorageRequest,
  method: Method,
  documents: FetchedDocuments,
): readonly string[] {
  const seen = new Map<Expression, RulesValue>();
  const { attempts } = tryRequest(ruleset, request, method, documents, {
    record: (node, value) => void seen.set(node, value),
  });
  const name = request.path.replace(/^\/b\/[^/]+\/o\//, '');
  return denialLines(
    explainTrial({
      what: `${method} ${name} in Storage`,
      file: ruleset.file,
      attempts,
      seen,
      reveals: knownText(ruleset, textsOf(request)),
    }),
  );
}

/** The segments of the path, the caller's uid and the type of the file: none of them is written to be read. */
function textsOf({ path, request, resource }: StorageRequest): readonly string[] {
  const auth = isRulesMap(request) ? request.get('auth') : undefined;
  const uid = auth !== undefined && isRulesMap(auth) ? auth.get('uid') : undefined;
  const types = [isRulesMap(request) ? request.get('resource') : undefined, resource].map((file) =>
    file !== undefined && isRulesMap(file) ? file.get('contentType') : undefined,
  );
  return [...path.split('/'), uid, ...types].filter((text) => typeof text === 'string');
}

function tryRequest(
  ruleset: Ruleset,
  request: StorageRequest,
  method: Method,
  documents: FetchedDocuments,
  observer: EvaluationObserver | null,
): Trial {
  const context: Context = {
    request: requestFor(request.request, method),
    resource: request.resource,
    wildcards: [],
    locals: [],
    expressionsLeft: expressionLimit,
    documents,
    observer,
  };
  const path = request.path.split('/').filter((segment) => segment !== '');
  return tryAllows(ruleset, storageService, path, method, context);
}

/** firebase-tools leaves `request.method` out; rules may ask for it all the same. */
function requestFor(request: RulesValue, method: Method): RulesValue {
  return isRulesMap(request) ? new Map([...request, ['method', method]]) : request;
}
