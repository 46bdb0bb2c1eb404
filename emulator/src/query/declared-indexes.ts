/** `firestore.indexes.json` as parsed: https://firebase.google.com/docs/reference/firestore/indexes */

/** One entry of an index's `fields`; exactly one of `order` and `arrayConfig` is there. */
export interface DeclaredIndexField {
  readonly fieldPath: string;
  readonly order?: 'ASCENDING' | 'DESCENDING';
  readonly arrayConfig?: 'CONTAINS';
}

export type QueryScope = 'COLLECTION' | 'COLLECTION_GROUP';

/** One entry of `indexes`. */
export interface DeclaredIndex {
  readonly collectionGroup: string;
  readonly queryScope: QueryScope;
  readonly fields: readonly DeclaredIndexField[];
}

/** One entry of `fieldOverrides`: it replaces the automatic indexes of a field. */
export interface DeclaredFieldOverride {
  readonly collectionGroup: string;
  readonly fieldPath: string;
  readonly indexes: readonly {
    readonly queryScope?: QueryScope;
    readonly order?: 'ASCENDING' | 'DESCENDING';
    readonly arrayConfig?: 'CONTAINS';
  }[];
}

export interface DeclaredIndexes {
  readonly indexes: readonly DeclaredIndex[];
  readonly fieldOverrides: readonly DeclaredFieldOverride[];
}
