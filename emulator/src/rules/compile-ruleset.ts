import type { RulesIssue } from './access.ts';
import { checkRulesFile } from './checker/check-rules-file.ts';
import { SyntaxProblem } from './lexer/syntax-problem.ts';
import { parseRulesFile } from './parser/parse-rules-file.ts';
import { linkRuleset } from './ruleset/link-ruleset.ts';
import type { Ruleset } from './ruleset/ruleset.ts';

/** A compiled rules file: immutable, and may serve any number of evaluations. */
export interface CompiledRules {
  /** null when `issues` has an ERROR. */
  readonly ruleset: Ruleset | null;
  readonly issues: readonly RulesIssue[];
}

/**
 * Source to ruleset: parse, check, link. Never throws. Errors give no ruleset; type mismatches are warnings, and
 * errors only when they are evaluated.
 */
export function compileRuleset(source: string): CompiledRules {
  try {
    const file = parseRulesFile(source);
    const issues = checkRulesFile(source, file);
    const failed = issues.some(({ severity }) => severity === 'ERROR');
    return { ruleset: failed ? null : linkRuleset(source, file), issues };
  } catch (error) {
    return { ruleset: null, issues: [toIssue(error)] };
  }
}

function toIssue(error: unknown): RulesIssue {
  if (error instanceof SyntaxProblem) {
    return { severity: 'ERROR', line: error.at.line, column: error.at.column, message: error.message };
  }
  // The stack is the measure of what is too deep: a chain of 100,000 additions parses, and then has no end.
  if (error instanceof RangeError) {
    return { severity: 'ERROR', line: 1, column: 1, message: 'An expression is nested too deeply.' };
  }
  throw error;
}
