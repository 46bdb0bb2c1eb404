import type { RulesIssue } from '../access.ts';
import { Scope } from '../evaluate/scope.ts';
import type { FunctionDeclaration, MatchBlock, RulesFile } from '../parser/ast.ts';
import { CallGraph } from './call-graph.ts';
import { checkLimits } from './check-limits.ts';
import { inferType } from './infer-type.ts';
import { Issues } from './issues.ts';

/** Everything that can be wrong with a file that parses. A file without an ERROR can be compiled and run. */
export function checkRulesFile(source: string, file: RulesFile): RulesIssue[] {
  const issues = new Issues();
  checkLimits(source, file, issues);
  const calls = new CallGraph(issues);
  const checkFunctions = (functions: readonly FunctionDeclaration[], scope: Scope): void => {
    const names = new Set<string>();
    for (const declaration of functions) {
      if (names.has(declaration.name)) {
        issues.error(declaration.nameSpan, `Function '${declaration.name}' is already defined.`);
      }
      names.add(declaration.name);
      checkFunction(declaration, scope, issues);
      calls.declare({ declaration, scope });
    }
  };
  const checkMatch = (block: MatchBlock, outer: Scope): void => {
    const scope = outer.block(block.pattern, block.functions);
    checkFunctions(block.functions, scope);
    for (const { condition } of block.allows) {
      if (condition === null) continue;
      inferType(condition, scope, issues);
      calls.walk(condition, scope);
    }
    for (const nested of block.matches) checkMatch(nested, scope);
  };
  for (const service of file.services) {
    const outer = Scope.forFile(service.name, file.functions);
    checkFunctions(file.functions, outer);
    const scope = outer.block([], service.functions);
    checkFunctions(service.functions, scope);
    for (const block of service.matches) checkMatch(block, scope);
  }
  calls.finish();
  return issues.sorted();
}

function checkFunction(declaration: FunctionDeclaration, scope: Scope, issues: Issues): void {
  for (const [index, { value }] of declaration.lets.entries()) {
    inferType(value, scope.body(declaration, index), issues);
  }
  inferType(declaration.result, scope.body(declaration, declaration.lets.length), issues);
}
