import { planQuery, type QueryPlan } from '../query/query-plan.ts';
import { checkIndexes } from '../query/required-index.ts';
import type { View } from '../store/view.ts';
import type { Document } from '../values/document.ts';
import { checkDocumentPath } from '../values/document-name.ts';
import { projectFields } from '../values/fields.ts';
import { StatusError } from '../values/status.ts';
import { fromMillis, type Micros, toMicros } from '../values/timestamp.ts';
import type { ServiceContext } from './context.ts';
import type { DatabaseState } from './database-state.ts';
import type { Grant } from './grants.ts';
import type { Caller, ListenTarget } from './requests.ts';
import { fromResumeToken } from './resume-token.ts';
import { type PastDifference, type TargetEvent, watchAnswer } from './watched-answer.ts';
import type { Watcher } from './watches.ts';

/** Of one target. The SDKs name a single one. */
const MAX_DOCUMENTS = 10_000;

/** What a client asked to watch, after checks and rules. */
export interface OpenedTarget {
  /** The whole answer, as a client without anything needs it. */
  everything(): readonly TargetEvent[];
  /** What a client lacks that has seen an earlier state. */
  since(past: View, changed: ReadonlyMap<string, Document | null>): PastDifference;
  /** What entered or changed after `time`, as far as documents tell it; null when they do not. */
  updatedSince(time: Micros): readonly TargetEvent[] | null;
  /** Of the documents that the answer holds now. */
  paths(): readonly string[];
  /** An event as the client is to see it: projected, when the query projects. */
  shown(event: TargetEvent): TargetEvent;
  /** What the rules allowed: the query, or each document. None for an administrator. */
  readonly grants: readonly Grant[];
  /** The grant to ask for again before the client is told of this event; null for none. */
  grantFor(event: TargetEvent): Grant | null;
  watch(watcher: Watcher): () => void;
}

/** Throws what planning, rules and index checks throw. */
export function openTarget(
  context: ServiceContext,
  caller: Caller,
  state: DatabaseState,
  target: ListenTarget,
): OpenedTarget {
  if (target.kind === 'documents') {
    if (target.paths.length > MAX_DOCUMENTS) {
      throw new StatusError('RESOURCE_EXHAUSTED', `A target has room for ${MAX_DOCUMENTS} documents.`);
    }
    const paths = [...new Set(target.paths)];
    for (const path of paths) checkDocumentPath(path);
    const time = fromMillis(state.store.clock.millis());
    const lookedUp = context.gate.get(caller, state.id, paths, state.store, time);
    const grants = context.gate.binds(caller)
      ? paths.map((path, index): [string, Grant] => [
          path,
          { lookedUp: lookedUp[index] ?? new Set(), ask: () => getAgain(context, caller, state, path) },
        ])
      : [];
    return documentsTarget(state, paths, new Map(grants));
  }
  const plan = planQuery(state.id, target.parent, target.query);
  if (plan.findNearest !== null) {
    throw new StatusError('INVALID_ARGUMENT', 'A vector search cannot be listened to.');
  }
  const ask = () => context.gate.list(caller, plan, state.store, fromMillis(state.store.clock.millis()));
  const lookedUp = ask();
  checkIndexes(plan, context.declaredIndexes());
  return queryTarget(state, plan, context.gate.binds(caller) ? { lookedUp, ask } : null);
}

function getAgain(
  { gate }: ServiceContext,
  caller: Caller,
  { id, store }: DatabaseState,
  path: string,
): ReadonlySet<string> {
  const [lookedUp = new Set<string>()] = gate.get(
    caller,
    id,
    [path],
    store,
    fromMillis(store.clock.millis()),
  );
  return lookedUp;
}

/**
 * The time up to which the client has seen everything, 'unknown' when it has seen something that can no longer be
 * told apart, or null when it has seen nothing.
 */
export function resumeTime(state: DatabaseState, target: ListenTarget): Micros | 'unknown' | null {
  const { resume } = target;
  if (resume === null) return null;
  if (resume.kind === 'readTime') {
    const time = toMicros(resume.time);
    if (time <= 0) throw new StatusError('INVALID_ARGUMENT', 'Only timestamps past epoch are supported.');
    return time > state.store.clock.read() ? 'unknown' : time;
  }
  if (resume.token.length === 0) return null;
  return fromResumeToken(state.watches.run, resume.token) ?? 'unknown';
}

function documentsTarget(
  state: DatabaseState,
  paths: readonly string[],
  grants: ReadonlyMap<string, Grant>,
): OpenedTarget {
  const { store } = state;
  const eventOf = (path: string): TargetEvent => {
    const document = store.get(path);
    return document === null ? { kind: 'deleted', path } : { kind: 'changed', document };
  };
  return {
    everything: () => paths.map(eventOf),
    since: (past, changed) => ({
      events: paths.filter((path) => changed.has(path)).map(eventOf),
      countThen: paths.filter((path) => past.get(path) !== null).length,
    }),
    updatedSince: () => null,
    paths: () => paths.filter((path) => store.get(path) !== null),
    shown: (event) => event,
    grants: [...grants.values()],
    // That a document is gone tells nothing of what it held.
    grantFor: (event) => (event.kind === 'changed' ? (grants.get(event.document.path) ?? null) : null),
    watch: (watcher) => state.watches.watchDocuments(paths, watcher),
  };
}

function queryTarget(state: DatabaseState, plan: QueryPlan, grant: Grant | null): OpenedTarget {
  const answer = watchAnswer(plan, state.store);
  const { select } = plan;
  return {
    everything: () => answer.current().map((document) => ({ kind: 'changed', document })),
    since: (past, changed) => answer.eventsSince(past, changed),
    updatedSince: (time) => (state.store.isDatedSince(time) ? answer.updatedSince(time) : null),
    paths: () => answer.current().map(({ path }) => path),
    shown: (event) => {
      if (select === null || select.length === 0 || event.kind !== 'changed') return event;
      const { document } = event;
      return { kind: 'changed', document: { ...document, fields: projectFields(document.fields, select) } };
    },
    grants: grant === null ? [] : [grant],
    grantFor: () => grant,
    watch: (watcher) => state.watches.watchQuery(plan, watcher),
  };
}
