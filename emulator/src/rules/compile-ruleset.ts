import type { CompiledRules, RulesIssue } from './access.ts';
import { checkRulesFile } from './checker/check-rules-file.ts';
import { SyntaxProblem } from './lexer/syntax-problem.ts';
import type { RulesFile } from './parser/ast.ts';
import { parseRulesFile } from './parser/parse-rules-file.ts';
import { linkRuleset } from './ruleset/link-ruleset.ts';

/**
 * Source to ruleset: parse, check, link. Never throws. Errors give no ruleset; type mismatches are warnings, and
 * errors only when they are evaluated.
 */
export function compileRuleset(source: string): CompiledRules {
  const file = parse(source);
  if ('severity' in file) return { ruleset: null, issues: [file] };
  const issues = checkRulesFile(file);
  const failed = issues.some(({ severity }) => severity === 'ERROR');
  return { ruleset: failed ? null : linkRuleset(source, file), issues };
}

function parse(source: string): RulesFile | RulesIssue {
  try {
    return parseRulesFile(source);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { severity: 'ERROR', line: error.at.line, column: error.at.column, message: error.message };
  }
}
