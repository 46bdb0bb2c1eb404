import { parentCollection } from '../values/document-name.ts';
import { type NameKey, nameInCollection, nameInGroup } from './index-shape.ts';

/** The documents that a query may find. Paths are relative to the documents root, '' is the root. */
export type Scope =
  /** One collection. */
  | { readonly kind: 'collection'; readonly path: string }
  /** Every collection with this ID below `under`. */
  | { readonly kind: 'group'; readonly id: string; readonly under: string }
  /** Every collection directly below a document. */
  | { readonly kind: 'level'; readonly under: string }
  /** Everything below a document. */
  | { readonly kind: 'all'; readonly under: string };

export function nameKeyOf(scope: Scope): NameKey {
  return scope.kind === 'collection' ? nameInCollection : nameInGroup;
}

export function inScope(scope: Scope, documentPath: string): boolean {
  switch (scope.kind) {
    case 'collection':
      return isBelow(documentPath, scope.path) && !documentPath.includes('/', scope.path.length + 1);
    case 'group': {
      const collection = parentCollection(documentPath);
      return (
        isBelow(documentPath, scope.under) && (collection === scope.id || collection.endsWith(`/${scope.id}`))
      );
    }
    case 'level':
      return isBelow(documentPath, scope.under) && depth(documentPath) === depth(scope.under) + 2;
    case 'all':
      return isBelow(documentPath, scope.under);
  }
}

export function isBelow(path: string, parent: string): boolean {
  return parent === '' || path.startsWith(`${parent}/`);
}

function depth(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}
