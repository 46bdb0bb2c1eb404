import type { EvaluationObserver } from '../access.ts';
import type { RulesValue } from '../values/rules-value.ts';

/** What an expression may look at while it is evaluated. One is made for each request. */
export interface Context {
  readonly request: RulesValue;
  /** A thunk's result is kept by the maker; `resource` is a RulesError while it is not known. */
  readonly resource: RulesValue;
  /** The values of the path wildcards, outermost first; set anew for each match block that is tried. */
  wildcards: readonly RulesValue[];
  /** Parameters and `let` bindings of the function being evaluated. */
  locals: RulesValue[];
  /** How many more expressions may be evaluated. */
  expressionsLeft: number;
  readonly documents: DocumentService;
  readonly observer: EvaluationObserver | null;
}

/** `get`, `exists`, `getAfter`, `existsAfter` and their `firestore.` forms. Counts and limits the accesses. */
export interface DocumentService {
  call(name: DocumentFunction, argument: RulesValue): RulesValue;
}

export type DocumentFunction = 'get' | 'exists' | 'getAfter' | 'existsAfter';

/** A compiled expression. Errors are returned, never thrown. */
export type Evaluate = (context: Context) => RulesValue;
