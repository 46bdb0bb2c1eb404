/**
 * What the service asks of the rules engine, and how the engine answers. The engine is synchronous and pure:
 * everything it may look at arrives in the request and the reader.
 */
import type { DatabaseId, Document } from '../values/document.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';

export type Method = 'get' | 'list' | 'create' | 'update' | 'delete';

/** What a query pins down, for proving `list` from constraints. Built by the service from a StructuredQuery. */
export interface QueryShape {
  readonly limit: number | null;
  readonly offset: number;
  readonly orderBy: readonly { readonly field: readonly string[]; readonly direction: 'ASC' | 'DESC' }[];
  /** The query's filter tree, unchanged; the prover decides what each operator pins. */
  readonly where: ShapeFilter | null;
  readonly allDescendants: boolean;
}

export type ShapeFilter =
  | { kind: 'field'; field: readonly string[]; op: string; value: Value }
  | { kind: 'unary'; field: readonly string[]; op: 'IS_NULL' | 'IS_NAN' | 'IS_NOT_NULL' | 'IS_NOT_NAN' }
  | { kind: 'composite'; op: 'and' | 'or'; filters: readonly ShapeFilter[] };

export interface AccessRequest {
  readonly database: DatabaseId;
  readonly method: Method;
  /**
   * Relative to the documents root. For `list`: the collection path followed by one segment that stands for
   * any document (`communities/*`); for a collection group: null parents are given by `allDescendants`.
   */
  readonly path: string;
  readonly auth: { readonly uid: string; readonly token: MapValue } | null;
  readonly time: Timestamp;
  /** The stored document before the write (or the one read); null when missing. Never given for `list`. */
  readonly resource: Document | null;
  /** `request.resource.data`: the whole document as it would be after the write. Null for reads and deletes. */
  readonly newData: MapValue | null;
  readonly query: QueryShape | null;
}

/** Documents for `get`/`exists` (before the write) and `getAfter`/`existsAfter`. Paths are relative. */
export interface DocumentReader {
  before(path: string): Document | null;
  after(path: string): Document | null;
}

export interface Verdict {
  readonly allowed: boolean;
  /** As Google's emulator words it: "\nfalse for 'get' @ L5" or "evaluation error at L5:22 for …". '' if allowed. */
  readonly message: string;
}

/** A problem found when a ruleset is loaded. Lines and columns count from 1. */
export interface RulesIssue {
  readonly severity: 'ERROR' | 'WARNING';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
