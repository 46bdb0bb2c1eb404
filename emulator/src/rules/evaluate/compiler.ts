import type { Expression } from '../parser/ast.ts';
import type { Evaluate } from './context.ts';

/**
 * What compiling an expression takes besides the expression: where names lead, and what to put around each compiled
 * node (nothing, or an observer).
 */
export interface Compiler {
  readonly wrap: (node: Expression, evaluate: Evaluate) => Evaluate;
  /** Compiled functions by declaration, so that each is compiled once. */
  readonly functions: Map<object, CompiledFunction>;
}

export interface CompiledFunction {
  readonly lets: readonly Evaluate[];
  readonly result: Evaluate;
}
