/** A query as clients state it, free of any transport. */
import type { FieldPath } from '../values/document.ts';
import type { Value } from '../values/value.ts';

export type FieldOperator =
  | '<'
  | '<='
  | '=='
  | '!='
  | '>'
  | '>='
  | 'in'
  | 'not-in'
  | 'array-contains'
  | 'array-contains-any';

export type Filter =
  | { kind: 'field'; field: FieldPath; op: FieldOperator; value: Value }
  | { kind: 'unary'; field: FieldPath; op: 'IS_NULL' | 'IS_NAN' | 'IS_NOT_NULL' | 'IS_NOT_NAN' }
  | { kind: 'composite'; op: 'and' | 'or'; filters: readonly Filter[] };

export interface Order {
  readonly field: FieldPath;
  readonly direction: 'ASCENDING' | 'DESCENDING';
}

/** A position in the order: one value for each leading `orderBy`. `before`: just before that position. */
export interface Cursor {
  readonly values: readonly Value[];
  readonly before: boolean;
}

export interface FindNearest {
  readonly vectorField: FieldPath;
  readonly queryVector: Value;
  readonly measure: 'EUCLIDEAN' | 'COSINE' | 'DOT_PRODUCT';
  readonly limit: number;
  readonly distanceResultField: string | null;
  readonly distanceThreshold: number | null;
}

export interface StructuredQuery {
  readonly from: readonly { readonly collectionId: string; readonly allDescendants: boolean }[];
  /** null: every field; `[['__name__']]`: names only. */
  readonly select: readonly FieldPath[] | null;
  readonly where: Filter | null;
  readonly orderBy: readonly Order[];
  readonly startAt: Cursor | null;
  readonly endAt: Cursor | null;
  readonly offset: number;
  readonly limit: number | null;
  readonly findNearest: FindNearest | null;
}

export interface Aggregation {
  readonly alias: string;
  readonly kind: 'count' | 'sum' | 'avg';
  readonly upTo: number | null;
  readonly field: FieldPath | null;
}
