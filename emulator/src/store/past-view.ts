import type { Document } from '../values/document.ts';
import { parentCollection } from '../values/document-name.ts';
import type { IndexShape } from './index-shape.ts';
import { type KeyRange, sortedScan } from './indexed-scope.ts';
import { inScope, nameKeyOf, type Scope } from './scope.ts';
import type { View } from './view.ts';

/** A database as it was: the present, with the earlier state of every document that has changed since. */
export class PastView implements View {
  readonly #present: View;
  readonly #states: ReadonlyMap<string, Document | null>;

  constructor(present: View, states: ReadonlyMap<string, Document | null>) {
    this.#present = present;
    this.#states = states;
  }

  get(path: string): Document | null {
    const state = this.#states.get(path);
    return state === undefined ? this.#present.get(path) : state;
  }

  scan(scope: Scope, shape: IndexShape, range: KeyRange, reverse: boolean): Iterable<Document> {
    if (![...this.#states.keys()].some((path) => inScope(scope, path))) {
      return this.#present.scan(scope, shape, range, reverse);
    }
    return sortedScan(this.documents(scope), shape, nameKeyOf(scope), range, reverse);
  }

  *documents(scope: Scope): Iterable<Document> {
    for (const document of this.#present.documents(scope)) {
      if (!this.#states.has(document.path)) yield document;
    }
    for (const [path, document] of this.#states)
      if (document !== null && inScope(scope, path)) yield document;
  }

  *collectionPaths(): Iterable<string> {
    const paths = new Set<string>();
    for (const document of this.documents({ kind: 'all', under: '' }))
      paths.add(parentCollection(document.path));
    yield* paths;
  }
}
