import type { Document } from '../values/document.ts';
import { lastSegment, parentCollection } from '../values/document-name.ts';
import { valueSize } from '../values/limits.ts';
import type { Micros } from '../values/timestamp.ts';
import type { Clock } from './clock.ts';
import { type Change, History, MAX_AGE } from './history.ts';
import { type IndexShape, nameInCollection, nameInGroup } from './index-shape.ts';
import { IndexedScope, type KeyRange, sortedScan } from './indexed-scope.ts';
import { PastView } from './past-view.ts';
import { isBelow, nameKeyOf, type Scope } from './scope.ts';
import type { View } from './view.ts';

/** About what a small document takes in memory besides its values. */
const OVERHEAD = 500;

interface Collection {
  readonly path: string;
  readonly id: string;
  readonly documents: Map<string, Document>;
  readonly indexes: IndexedScope;
}

interface Group {
  /** How many documents the collections hold together. */
  size: number;
  readonly collections: Map<string, Collection>;
  readonly indexes: IndexedScope;
}

/** The documents of one database, the indexes over them, and their recent past. */
export class Database implements View {
  readonly clock: Clock;
  readonly #collections = new Map<string, Collection>();
  readonly #groups = new Map<string, Group>();
  readonly #history: History;
  readonly #made: Micros;
  readonly #smallScope: number | undefined;

  /** `smallScope`: up to how many documents a scope is sorted instead of indexed. */
  constructor(clock: Clock, smallScope?: number) {
    this.clock = clock;
    this.#made = clock.read();
    this.#history = new History(this.#made);
    this.#smallScope = smallScope;
  }

  get(path: string): Document | null {
    return this.#collections.get(parentCollection(path))?.documents.get(lastSegment(path)) ?? null;
  }

  scan(scope: Scope, shape: IndexShape, range: KeyRange, reverse: boolean): Iterable<Document> {
    if (scope.kind === 'collection') {
      const collection = this.#collections.get(scope.path);
      return collection?.indexes.scan(shape, range, reverse, collection.documents.size) ?? [];
    }
    if (scope.kind === 'group') return this.#scanGroup(scope, shape, range, reverse);
    return sortedScan(this.documents(scope), shape, nameKeyOf(scope), range, reverse);
  }

  *documents(scope: Scope): Iterable<Document> {
    for (const collection of this.#collectionsOf(scope)) yield* collection.documents.values();
  }

  *collectionPaths(): Iterable<string> {
    yield* this.#collections.keys();
  }

  /** The database at an earlier time; null when that is too long ago. Times from now on show the present. */
  at(time: Micros): View | null {
    const states = this.changedSince(this.#wasEmpty(time) ? this.#made : time);
    if (states === null) return null;
    return states.size === 0 ? this : new PastView(this, states);
  }

  /** Whether `time` is one of the two hours before the database was first named, and nothing came in that is older. */
  #wasEmpty(time: Micros): boolean {
    const isBefore = time < this.#made && this.clock.read() - time <= MAX_AGE;
    return isBefore && this.#history.isDatedSince(this.#made);
  }

  /** What each document that changed after `time` was then (null: missing); null when that is no longer known. */
  changedSince(time: Micros): ReadonlyMap<string, Document | null> | null {
    return this.#history.since(time);
  }

  /** Whether each document that changed after `time`, and is still there, has an updateTime after it. */
  isDatedSince(time: Micros): boolean {
    return this.#history.isDatedSince(time);
  }

  /** Makes the changes visible. `before` must be what is stored; each path comes once. */
  apply(time: Micros, changes: readonly Change[]): void {
    for (const change of changes) this.#applyOne(change);
    this.#history.record(time, changes, (document) => valueSize(document.fields) + OVERHEAD);
  }

  /** Forgets the past, so that no resume token or read time from before counts. */
  forgetHistory(time: Micros): void {
    this.#history.clear(time);
  }

  #applyOne({ path, before, after }: Change): void {
    const collectionPath = parentCollection(path);
    const collection = this.#collections.get(collectionPath) ?? this.#addCollection(collectionPath);
    if (after === null) collection.documents.delete(lastSegment(path));
    else collection.documents.set(lastSegment(path), after);
    collection.indexes.update(before, after);
    const group = this.#groups.get(collection.id);
    if (group !== undefined) {
      group.size += (after === null ? 0 : 1) - (before === null ? 0 : 1);
      group.indexes.update(before, after);
    }
    if (collection.documents.size === 0) this.#removeCollection(collectionPath);
  }

  #addCollection(path: string): Collection {
    const documents = new Map<string, Document>();
    const indexes = new IndexedScope(() => documents.values(), nameInCollection, this.#smallScope);
    const id = lastSegment(path);
    const collection = { path, id, documents, indexes };
    this.#collections.set(path, collection);
    let group = this.#groups.get(id);
    if (group === undefined) {
      const collections = new Map<string, Collection>();
      group = {
        size: 0,
        collections,
        indexes: new IndexedScope(() => documentsIn(collections), nameInGroup, this.#smallScope),
      };
      this.#groups.set(id, group);
    }
    group.collections.set(path, collection);
    return collection;
  }

  #removeCollection(path: string): void {
    this.#collections.delete(path);
    const id = lastSegment(path);
    const group = this.#groups.get(id);
    group?.collections.delete(path);
    if (group?.collections.size === 0) this.#groups.delete(id);
  }

  *#scanGroup(
    scope: Extract<Scope, { kind: 'group' }>,
    shape: IndexShape,
    range: KeyRange,
    reverse: boolean,
  ): Generator<Document, void, undefined> {
    const group = this.#groups.get(scope.id);
    if (group === undefined) return;
    for (const document of group.indexes.scan(shape, range, reverse, group.size)) {
      if (isBelow(document.path, scope.under)) yield document;
    }
  }

  *#collectionsOf(scope: Scope): Generator<Collection, void, undefined> {
    switch (scope.kind) {
      case 'collection': {
        const collection = this.#collections.get(scope.path);
        if (collection !== undefined) yield collection;
        return;
      }
      case 'group':
        for (const collection of this.#groups.get(scope.id)?.collections.values() ?? []) {
          if (isBelow(collection.path, scope.under)) yield collection;
        }
        return;
      case 'level':
        for (const collection of this.#collections.values()) {
          if (parentDocument(collection.path) === scope.under) yield collection;
        }
        return;
      case 'all':
        for (const collection of this.#collections.values()) {
          if (isBelow(collection.path, scope.under)) yield collection;
        }
    }
  }
}

function* documentsIn(collections: ReadonlyMap<string, Collection>): Generator<Document, void, undefined> {
  for (const collection of collections.values()) yield* collection.documents.values();
}

function parentDocument(collectionPath: string): string {
  return collectionPath.slice(0, Math.max(0, collectionPath.lastIndexOf('/')));
}
