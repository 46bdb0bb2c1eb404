/**
 * The limits on the text of a ruleset: https://firebase.google.com/docs/firestore/security/rules-structure#security_rule_limits
 * Production refuses to deploy what is beyond them. (Call depth and recursion are the call graph's.)
 */
import type { FunctionDeclaration, MatchBlock, RulesFile } from '../parser/ast.ts';
import type { Issues } from './issues.ts';

const maximumBytes = 256 * 1024;
const maximumMatchDepth = 10;
const maximumSegments = 100;
const maximumWildcards = 20;
const maximumParameters = 7;
const maximumLets = 10;

export function checkLimits(source: string, file: RulesFile, issues: Issues): void {
  if (Buffer.byteLength(source) > maximumBytes) {
    issues.error({ start: 0, end: 0, line: 1, column: 1 }, 'The rules are larger than 256 KB.');
  }
  for (const declaration of file.functions) checkFunction(declaration, issues);
  for (const service of file.services) {
    for (const declaration of service.functions) checkFunction(declaration, issues);
    for (const block of service.matches) checkMatch(block, { depth: 0, segments: 0, wildcards: 0 }, issues);
  }
}

interface Nesting {
  readonly depth: number;
  readonly segments: number;
  readonly wildcards: number;
}

function checkMatch(block: MatchBlock, outer: Nesting, issues: Issues): void {
  const inner: Nesting = {
    depth: outer.depth + 1,
    segments: outer.segments + block.pattern.length,
    wildcards: outer.wildcards + block.pattern.filter(({ kind }) => kind !== 'text').length,
  };
  if (inner.depth > maximumMatchDepth) {
    issues.error(block.span, `Match statements may be nested ${maximumMatchDepth} deep.`);
    return;
  }
  if (inner.segments > maximumSegments) {
    issues.error(block.span, `The path of nested match statements may have ${maximumSegments} segments.`);
  }
  if (inner.wildcards > maximumWildcards) {
    issues.error(block.span, `Nested match statements may have ${maximumWildcards} wildcards.`);
  }
  for (const declaration of block.functions) checkFunction(declaration, issues);
  for (const nested of block.matches) checkMatch(nested, inner, issues);
}

function checkFunction({ nameSpan, parameters, lets }: FunctionDeclaration, issues: Issues): void {
  if (parameters.length > maximumParameters) {
    issues.error(nameSpan, `A function may have ${maximumParameters} parameters.`);
  }
  if (lets.length > maximumLets) issues.error(nameSpan, `A function may have ${maximumLets} let bindings.`);
}
