import type { Document } from '../values/document.ts';
import type { IndexShape } from './index-shape.ts';
import type { KeyRange } from './indexed-scope.ts';
import type { Scope } from './scope.ts';

/** A database at one moment, for reading. Results are to be used before anything is written. */
export interface View {
  get(path: string): Document | null;
  /** Documents of the scope in the order of the shape, within the range; each array element's entry counts. */
  scan(scope: Scope, shape: IndexShape, range: KeyRange, reverse: boolean): Iterable<Document>;
  /** Every document of the scope, in no order. */
  documents(scope: Scope): Iterable<Document>;
  /** The path of every collection that holds a document. */
  collectionPaths(): Iterable<string>;
}
