import type { EvaluationObserver, Method } from '../access.ts';
import type { Context } from '../evaluate/context.ts';
import { type Trial, tryAllows } from '../evaluate/try-allows.ts';
import { denialMessage } from '../messages/denial-message.ts';
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
  /** Why not; '' if permitted. */
  readonly message: string;
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
    const trial = await settle(ruleset, request, single, documents, fetch, observer);
    if (!trial.allowed) return { permit: false, message: denialMessage([{ method: single, trial }]) };
  }
  return { permit: true, message: '' };
}

async function settle(
  ruleset: Ruleset,
  request: StorageRequest,
  method: Method,
  documents: FetchedDocuments,
  fetch: (path: string) => Promise<void>,
  observer: EvaluationObserver | null,
): Promise<Trial> {
  for (;;) {
    const trial = tryRequest(ruleset, request, method, documents, observer);
    const missing = documents.takeMissing();
    if (trial.allowed || missing === null) return trial;
    await fetch(missing);
  }
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
