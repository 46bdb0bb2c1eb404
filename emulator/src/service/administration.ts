import type { Change } from '../store/history.ts';
import type { Document } from '../values/document.ts';
import { checkDocumentPath } from '../values/document-name.ts';
import type { Micros } from '../values/timestamp.ts';
import type { DatabaseState } from './database-state.ts';

/** Documents stored by one import step: enough to be quick, few enough to be light. */
const IMPORT_STEP = 2000;

/** Deletes everything and tells the listeners; no read or resumed listener can go back behind it. */
export function clear(state: DatabaseState): void {
  const changes: Change[] = [];
  for (const document of allDocuments(state))
    changes.push({ path: document.path, before: document, after: null });
  state.store.forgetHistory(apply(state, changes) ?? state.store.clock.read());
}

/** Stores documents as they are, createTime and updateTime included. */
export function importDocuments(state: DatabaseState, documents: Iterable<Document>): void {
  let step = new Map<string, Change>();
  for (const after of documents) {
    checkDocumentPath(after.path);
    step.set(after.path, { path: after.path, before: state.store.get(after.path), after });
    if (step.size < IMPORT_STEP) continue;
    apply(state, [...step.values()]);
    step = new Map();
  }
  apply(state, [...step.values()]);
}

/** Deletes documents without a commit; each path comes once. */
export function removeDocuments(state: DatabaseState, paths: readonly string[]): void {
  const changes: Change[] = [];
  for (const path of paths) {
    const before = state.store.get(path);
    if (before !== null) changes.push({ path, before, after: null });
  }
  apply(state, changes);
}

export function allDocuments(state: DatabaseState): Iterable<Document> {
  return state.store.documents({ kind: 'all', under: '' });
}

/** Returns the time of the commit; null when there was nothing to do. */
function apply(state: DatabaseState, changes: readonly Change[]): Micros | null {
  if (changes.length === 0) return null;
  const time = state.store.clock.nextCommit();
  state.store.apply(time, changes);
  state.watches.changed(changes, time);
  return time;
}
