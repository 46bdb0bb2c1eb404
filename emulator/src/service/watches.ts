import { randomBytes } from 'node:crypto';
import { queryKey } from '../query/query-key.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Database } from '../store/database.ts';
import type { Change } from '../store/history.ts';
import type { Scope } from '../store/scope.ts';
import type { DatabaseId } from '../values/document.ts';
import { lastSegment, parentCollection } from '../values/document-name.ts';
import type { Micros } from '../values/timestamp.ts';
import { Grants } from './grants.ts';
import { type TargetEvent, type WatchedAnswer, watchAnswer } from './watched-answer.ts';

/** A target of a stream: is told its events, and then, once for each commit and stream, that they are complete. */
export interface Watcher {
  receive(events: readonly TargetEvent[]): void;
  /** Targets of one stream share it. */
  readonly stream: { flush(time: Micros): void };
}

interface SharedQuery {
  readonly answer: WatchedAnswer;
  readonly watchers: Set<Watcher>;
}

/** Whoever listens to one database. Targets with the same query share the work of finding what a commit changed. */
export class Watches {
  /** Names this run of the database in resume tokens. */
  readonly run = randomBytes(6).toString('hex');
  /** What the rules allowed these listeners. */
  readonly grants = new Grants();
  readonly #database: DatabaseId;
  readonly #store: Database;
  /** By path of a collection, by ID of a collection group, or under '' for what spans collections. */
  readonly #queries = new Map<string, Map<string, SharedQuery>>();
  readonly #documents = new Map<string, Set<Watcher>>();

  constructor(database: DatabaseId, store: Database) {
    this.#database = database;
    this.#store = store;
  }

  get database(): DatabaseId {
    return this.#database;
  }

  /** Returns the shared answer, and how to stop. */
  watchQuery(plan: QueryPlan, watcher: Watcher): () => void {
    const place = placeOf(plan.scope);
    const key = queryKey(plan);
    const here = this.#queries.get(place) ?? new Map<string, SharedQuery>();
    this.#queries.set(place, here);
    const shared = here.get(key) ?? { answer: watchAnswer(plan, this.#store), watchers: new Set<Watcher>() };
    here.set(key, shared);
    shared.watchers.add(watcher);
    return () => {
      shared.watchers.delete(watcher);
      if (shared.watchers.size === 0 && here.get(key) === shared) here.delete(key);
      if (here.size === 0 && this.#queries.get(place) === here) this.#queries.delete(place);
    };
  }

  watchDocuments(paths: readonly string[], watcher: Watcher): () => void {
    for (const path of paths) {
      const watchers = this.#documents.get(path) ?? new Set<Watcher>();
      this.#documents.set(path, watchers);
      watchers.add(watcher);
    }
    return () => {
      for (const path of paths) {
        const watchers = this.#documents.get(path);
        watchers?.delete(watcher);
        if (watchers?.size === 0) this.#documents.delete(path);
      }
    };
  }

  /**
   * Ends the targets that the changes take the right from; then tells every affected target, then every affected
   * stream once. The changes must be applied already.
   */
  changed(changes: readonly Change[], time: Micros): void {
    this.grants.documentsChanged(changes);
    const streams = new Set<Watcher['stream']>();
    const tell = (watchers: Iterable<Watcher>, events: readonly TargetEvent[]): void => {
      for (const watcher of watchers) {
        watcher.receive(events);
        streams.add(watcher.stream);
      }
    };
    if (this.#documents.size > 0) {
      for (const { path, after } of changes) {
        const event: TargetEvent =
          after === null ? { kind: 'deleted', path } : { kind: 'changed', document: after };
        tell(this.#documents.get(path) ?? [], [event]);
      }
    }
    for (const [shared, relevant] of this.#affected(changes)) {
      const events = shared.answer.eventsOf(relevant);
      if (events.length > 0) tell(shared.watchers, events);
    }
    for (const stream of streams) stream.flush(time);
  }

  /** The queries that a change lies in the scope of, each with those changes. */
  #affected(changes: readonly Change[]): ReadonlyMap<SharedQuery, readonly Change[]> {
    const affected = new Map<SharedQuery, Change[]>();
    if (this.#queries.size === 0) return affected;
    let collection: string | null = null;
    let lists: Change[][] = [];
    for (const change of changes) {
      const own = parentCollection(change.path);
      if (own !== collection) {
        collection = own;
        lists = [...this.#watching(collection)].map((shared) => {
          const list = affected.get(shared) ?? [];
          affected.set(shared, list);
          return list;
        });
      }
      for (const list of lists) list.push(change);
    }
    return affected;
  }

  *#watching(collection: string): Iterable<SharedQuery> {
    for (const place of [`c${collection}`, `g${lastSegment(collection)}`, '']) {
      yield* this.#queries.get(place)?.values() ?? [];
    }
  }
}

function placeOf(scope: Scope): string {
  if (scope.kind === 'collection') return `c${scope.path}`;
  return scope.kind === 'group' ? `g${scope.id}` : '';
}
