import type { Method } from '../access.ts';
import type { Evaluate } from '../evaluate/context.ts';
import type { AllowStatement, PatternSegment, RulesFile } from '../parser/ast.ts';

/** A compiled rules file: see `compileRuleset`. */
export interface Ruleset {
  readonly source: string;
  readonly file: RulesFile;
  readonly version: 1 | 2;
  readonly services: ReadonlyMap<string, readonly CompiledMatch[]>;
}

/** A match block, with the patterns of the blocks around it in front. */
export interface CompiledMatch {
  readonly pattern: readonly PatternSegment[];
  readonly allows: readonly CompiledAllow[];
}

export interface CompiledAllow {
  readonly statement: AllowStatement;
  readonly methods: ReadonlySet<Method>;
  readonly line: number;
  /** The condition; null when there is none. `observed` is the same, reporting each expression. */
  readonly condition: Evaluate | null;
  readonly observed: Evaluate | null;
}
