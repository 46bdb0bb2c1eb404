import type { Change } from '../store/history.ts';
import type { View } from '../store/view.ts';
import type { DatabaseId, Document } from '../values/document.ts';
import { checkDocumentPath } from '../values/document-name.ts';
import { checkFields, checkNotReserved, checkStructure } from '../values/limits.ts';
import { StatusError } from '../values/status.ts';
import type { Timestamp } from '../values/timestamp.ts';
import { checkTransform } from './apply-transform.ts';
import { applyWrite } from './apply-write.ts';
import { violatedPrecondition } from './precondition.ts';
import type { Write, WriteResult } from './requests.ts';

export interface PlannedWrite {
  readonly write: Write;
  /** The document after this write and those before it in the commit. */
  readonly after: Document | null;
}

/** What a commit would do. Nothing is stored yet, so that rules can look at it first. */
export interface PlannedCommit {
  readonly writes: readonly PlannedWrite[];
  readonly results: readonly WriteResult[];
  /** The first precondition or limit that does not hold; rules are asked before anybody is told. */
  readonly error: StatusError | null;
  readonly changes: readonly Change[];
  /** A document as it would be after the commit. */
  readonly after: (path: string) => Document | null;
}

/** Throws INVALID_ARGUMENT for a write that no state of the database could accept. */
export function checkWrites(writes: readonly Write[]): void {
  if (writes.length > 1) checkOrder(writes);
  for (const write of writes) {
    checkDocumentPath(write.path);
    if (write.kind === 'update') {
      for (const value of write.fields.values()) checkStructure(value);
      for (const path of write.mask ?? []) path.forEach(checkNotReserved);
    }
    if (write.kind !== 'update' && write.kind !== 'transform') continue;
    for (const transform of write.transforms) {
      checkTransform(transform);
      if ('values' in transform) for (const value of transform.values) checkStructure(value);
    }
  }
}

/**
 * Within one commit a document cannot be updated after it was deleted, nor created after it was written, as
 * https://cloud.google.com/datastore/docs/reference/data/rpc/google.datastore.v1#commitrequest has it.
 */
function checkOrder(writes: readonly Write[]): void {
  const deleted = new Map<string, boolean>();
  for (const { kind, path, precondition } of writes) {
    if (kind === 'verify') continue;
    const isDeleted = deleted.get(path);
    deleted.set(path, kind === 'delete');
    if (isDeleted === undefined || kind === 'delete') continue;
    if (precondition === null || !('exists' in precondition) || precondition.exists !== isDeleted) continue;
    throw new StatusError(
      'INVALID_ARGUMENT',
      isDeleted
        ? `The document ${path} cannot be updated after it was deleted in the same commit.`
        : `The document ${path} cannot be created after it was written in the same commit.`,
    );
  }
}

export function planWrites(
  database: DatabaseId,
  view: View,
  writes: readonly Write[],
  commitTime: Timestamp,
  serverTime: Timestamp,
): PlannedCommit {
  const states = new Map<string, { readonly before: Document | null; after: Document | null }>();
  const planned: PlannedWrite[] = [];
  const results: WriteResult[] = [];
  let error: StatusError | null = null;
  for (const write of writes) {
    const state = states.get(write.path) ?? stateOf(view, write.path);
    states.set(write.path, state);
    error ??= violatedPrecondition(database, write.path, state.after, write.precondition);
    const { document, transformResults } = applyWrite(state.after, write, commitTime, serverTime);
    if (document !== null && document !== state.after) error ??= violatedLimit(document);
    state.after = document;
    planned.push({ write, after: document });
    const written = write.kind === 'update' || write.kind === 'transform';
    results.push({ updateTime: written ? (document?.updateTime ?? null) : null, transformResults });
  }
  const changes: Change[] = [];
  for (const [path, { before, after }] of states) if (before !== after) changes.push({ path, before, after });
  const after = (path: string): Document | null => {
    const state = states.get(path);
    return state === undefined ? view.get(path) : state.after;
  };
  return { writes: planned, results, error, changes, after };
}

function stateOf(view: View, path: string): { readonly before: Document | null; after: Document | null } {
  const before = view.get(path);
  return { before, after: before };
}

function violatedLimit(document: Document): StatusError | null {
  try {
    checkFields(document.path, document.fields);
    return null;
  } catch (error) {
    if (error instanceof StatusError) return error;
    throw error;
  }
}
