/**
 * What the service asks of the rules engine, and how the engine answers. The engine is synchronous and pure:
 * everything it may look at arrives in the request and the reader.
 */
import type { DatabaseId, Document } from '../values/document.ts';
import type { Timestamp } from '../values/timestamp.ts';
import type { MapValue, Value } from '../values/value.ts';
import type { Expression } from './parser/ast.ts';
import type { RulesValue } from './values/rules-value.ts';

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
  /**
   * One set shared by all writes of a commit (or reads of a transaction): the documents they have looked at.
   * Each evaluation may look at 10 distinct documents, all that share a set at 20.
   */
  readonly sharedAccesses?: Set<string>;
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
  readonly cost: EvaluationCost;
}

/** What one evaluation took of the limits in production. */
export interface EvaluationCost {
  /**
   * Distinct documents that `get` and its kin looked at, of ten. A document looked at both before and after the write
   * counts twice.
   */
  readonly accesses: number;
  /** The paths of these documents. */
  readonly documents: ReadonlySet<string>;
  /** Evaluated expressions, of 1,000; for a `list` with several alternatives, of the one that took most. */
  readonly expressions: number;
}

/** Of a verdict for which no rule was evaluated. */
export const noCost: EvaluationCost = { accesses: 0, documents: new Set(), expressions: 0 };

/** A problem found when a ruleset is loaded. Lines and columns count from 1. */
export interface RulesIssue {
  readonly severity: 'ERROR' | 'WARNING';
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Sees every expression as it is evaluated (coverage, explanations). `node` is an expression of the syntax tree. */
export interface EvaluationObserver {
  record(node: Expression, value: RulesValue): void;
}

/** Which allow lines failed, on which values, and why. */
export interface DenialExplanation {
  /** One readable sentence, no line breaks, at most about 200 characters. */
  readonly sentence: string;
  /** One for each allow statement that was tried; empty when no match statement covers the path. */
  readonly failures: readonly {
    readonly line: number;
    /** The smallest sub-expression that decided, as source. */
    readonly expression: string;
    /** The values that it was decided on: source text to printed value. */
    readonly values: readonly (readonly [string, string])[];
    readonly reason: string;
  }[];
}
