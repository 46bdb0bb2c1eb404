import { matchesPlan, type QueryPlan } from '../query/query-plan.ts';
import { answerContains, window } from '../query/run-query.ts';
import type { Change } from '../store/history.ts';
import { inScope } from '../store/scope.ts';
import type { View } from '../store/view.ts';
import type { Document } from '../values/document.ts';
import { type Micros, toMicros } from '../values/timestamp.ts';

/** What became of a document in a target: in it (new or changed), out of it but still there, or deleted. */
export type TargetEvent =
  | { readonly kind: 'changed'; readonly document: Document }
  | { readonly kind: 'removed' | 'deleted'; readonly path: string };

/** A query's answer as its listeners know it. Tells what commits change about it. */
export interface WatchedAnswer {
  /** The whole answer now. */
  current(): readonly Document[];
  /** The difference that applied changes make. */
  eventsOf(changes: readonly Change[]): readonly TargetEvent[];
  /**
   * The difference to an earlier state of the database, given by what changed since, and how many documents the
   * answer held then.
   */
  eventsSince(past: View, changed: ReadonlyMap<string, Document | null>): PastDifference;
  /**
   * What entered or changed in the answer after `time`, told by the documents' own update times: enough where each
   * document decides for itself, null where one can slip in unchanged. What left is not told.
   */
  updatedSince(time: Micros): readonly TargetEvent[] | null;
}

export interface PastDifference {
  readonly events: readonly TargetEvent[];
  readonly countThen: number;
}

export function watchAnswer(plan: QueryPlan, store: View): WatchedAnswer {
  const isWindow = plan.limit !== null || plan.offset > 0 || plan.findNearest !== null;
  return isWindow ? new WindowAnswer(plan, store) : new FilterAnswer(plan, store);
}

/** Without a limit each document decides for itself, so nothing needs to be remembered. */
class FilterAnswer implements WatchedAnswer {
  readonly #plan: QueryPlan;
  readonly #store: View;

  constructor(plan: QueryPlan, store: View) {
    this.#plan = plan;
    this.#store = store;
  }

  current(): readonly Document[] {
    return window(this.#store, this.#plan).documents;
  }

  eventsOf(changes: readonly Change[]): readonly TargetEvent[] {
    const events: TargetEvent[] = [];
    for (const { path, before, after } of changes) {
      if (after !== null && answerContains(this.#plan, after))
        events.push({ kind: 'changed', document: after });
      else if (before !== null && answerContains(this.#plan, before)) events.push(gone(path, after));
    }
    return events;
  }

  eventsSince(_past: View, changed: ReadonlyMap<string, Document | null>): PastDifference {
    const changes: Change[] = [];
    let entered = 0;
    for (const [path, before] of changed) {
      const after = this.#store.get(path);
      changes.push({ path, before, after });
      if (after !== null && answerContains(this.#plan, after)) entered += 1;
      if (before !== null && answerContains(this.#plan, before)) entered -= 1;
    }
    return { events: this.eventsOf(changes), countThen: this.current().length - entered };
  }

  updatedSince(time: Micros): readonly TargetEvent[] {
    return this.current()
      .filter((document) => toMicros(document.updateTime) > time)
      .map((document) => ({ kind: 'changed', document }));
  }
}

/** With a limit one document's change can move others in or out: the answer is asked for again and compared. */
class WindowAnswer implements WatchedAnswer {
  readonly #plan: QueryPlan;
  readonly #store: View;
  #known: ReadonlyMap<string, Document>;

  constructor(plan: QueryPlan, store: View) {
    this.#plan = plan;
    this.#store = store;
    this.#known = byPath(this.current());
  }

  current(): readonly Document[] {
    return window(this.#store, this.#plan).documents;
  }

  eventsOf(changes: readonly Change[]): readonly TargetEvent[] {
    if (!changes.some((change) => this.#touches(change.before) || this.#touches(change.after))) return [];
    const now = this.current();
    const events = difference(this.#known, now, this.#store);
    this.#known = byPath(now);
    return events;
  }

  eventsSince(past: View): PastDifference {
    const then = byPath(window(past, this.#plan).documents);
    return { events: difference(then, this.current(), this.#store), countThen: then.size };
  }

  updatedSince(): null {
    return null;
  }

  #touches(document: Document | null): boolean {
    return document !== null && inScope(this.#plan.scope, document.path) && matchesPlan(this.#plan, document);
  }
}

function difference(
  then: ReadonlyMap<string, Document>,
  now: readonly Document[],
  store: View,
): readonly TargetEvent[] {
  const events: TargetEvent[] = [];
  const left = new Set(then.keys());
  for (const document of now) {
    left.delete(document.path);
    if (then.get(document.path) !== document) events.push({ kind: 'changed', document });
  }
  for (const path of left) events.push(gone(path, store.get(path)));
  return events;
}

function gone(path: string, after: Document | null): TargetEvent {
  return { kind: after === null ? 'deleted' : 'removed', path };
}

function byPath(documents: readonly Document[]): ReadonlyMap<string, Document> {
  return new Map(documents.map((document) => [document.path, document]));
}
