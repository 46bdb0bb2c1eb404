import type { Document, FieldPath } from '../values/document.ts';
import { checkDocumentPath, documentName } from '../values/document-name.ts';
import { projectFields } from '../values/fields.ts';
import { StatusError } from '../values/status.ts';
import { fromMillis } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import { openReadView } from './read-view.ts';
import type { BatchGetResult, Caller, Consistency } from './requests.ts';

/** One refused document refuses the whole request. */
export function batchGet(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  paths: readonly string[],
  mask: readonly FieldPath[] | null,
  consistency: Consistency,
): BatchGetResult {
  for (const path of paths) checkDocumentPath(path);
  const read = openReadView(state, consistency);
  const time = fromMillis(state.store.clock.millis());
  const distinct = [...new Set(paths)];
  context.gate.get(caller, state.id, distinct, read.view, time);
  const results = distinct.map((path) => {
    read.lockDocument(path);
    return { path, document: masked(read.view.get(path), mask) };
  });
  return { transaction: read.newTransaction, results, readTime: read.readTime };
}

export function getDocument(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  path: string,
  mask: readonly FieldPath[] | null,
  consistency: Consistency,
): Document {
  const document = batchGet(context, caller, state, [path], mask, consistency).results[0]?.document ?? null;
  if (document === null) {
    throw new StatusError('NOT_FOUND', `Document (${documentName(state.id, path)}) not found.`);
  }
  return document;
}

/** The document with only the fields of the mask. */
export function masked<D extends Document | null>(document: D, mask: readonly FieldPath[] | null): D {
  if (document === null || mask === null) return document;
  return { ...document, fields: projectFields(document.fields, mask) };
}
