import type { Expression, FunctionDeclaration, MatchBlock, RulesFile } from './ast.ts';

/** Every allow condition and every function's expressions, in the order of the source. */
export function rootExpressions(file: RulesFile): readonly Expression[] {
  const roots: Expression[] = [];
  const addFunctions = (functions: readonly FunctionDeclaration[]) => {
    for (const { lets, result } of functions) roots.push(...lets.map(({ value }) => value), result);
  };
  const addMatch = (block: MatchBlock) => {
    addFunctions(block.functions);
    for (const { condition } of block.allows) if (condition !== null) roots.push(condition);
    block.matches.forEach(addMatch);
  };
  addFunctions(file.functions);
  for (const service of file.services) {
    addFunctions(service.functions);
    service.matches.forEach(addMatch);
  }
  return roots.sort((a, b) => a.span.start - b.span.start);
}
