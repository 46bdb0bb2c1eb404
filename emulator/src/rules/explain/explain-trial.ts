import type { DenialExplanation } from '../access.ts';
import { notBoolean } from '../evaluate/operators.ts';
import type { Attempt } from '../evaluate/try-allows.ts';
import type { Expression, FunctionDeclaration, MatchBlock, RulesFile } from '../parser/ast.ts';
import { childrenOf } from '../parser/children.ts';
import { printExpression } from '../print/print-expression.ts';
import { formatValue } from '../values/format-value.ts';
import { RulesError } from '../values/rules-error.ts';
import type { RulesValue } from '../values/rules-value.ts';

type Failure = DenialExplanation['failures'][number];

const sentenceLimit = 200;
const pathLimit = 90;
const reasonLimit = 600;

/** What was tried and denied. */
export interface DeniedTrial {
  /** Method and path. */
  readonly what: string;
  readonly file: RulesFile;
  readonly attempts: readonly Attempt[];
  /** Each expression's last value: inside a function, the one that the result came from. */
  readonly seen: ReadonlyMap<Expression, RulesValue>;
  /** Whether a text may be shown; of any other, only its length is. */
  readonly reveals: (text: string) => boolean;
}

/** For each allow statement that was tried, the smallest expression that decided and the values that it saw. */
export function explainTrial(trial: DeniedTrial): DenialExplanation {
  const { attempts } = trial;
  const what = shortenPath(trial.what);
  const run = { ...trial, bodies: functionBodies(trial.file) };
  const failures = attempts.map((attempt) => explainAttempt(attempt, run));
  const [first] = failures;
  if (first === undefined) {
    return { sentence: `${what} was denied: no allow statement covers this path and method.`, failures };
  }
  const others = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
  return { sentence: shorten(`${what} was denied at line ${first.line}: ${first.reason}`, others), failures };
}

/** What an evaluation left behind: each expression's last value, and the bodies of functions by name. */
interface Run extends DeniedTrial {
  readonly bodies: ReadonlyMap<string, readonly Expression[]>;
}

function functionBodies(file: RulesFile): ReadonlyMap<string, readonly Expression[]> {
  const bodies = new Map<string, Expression[]>();
  const add = (functions: readonly FunctionDeclaration[]) => {
    for (const { name, result } of functions) bodies.set(name, [...(bodies.get(name) ?? []), result]);
  };
  const addMatch = (block: MatchBlock) => {
    add(block.functions);
    block.matches.forEach(addMatch);
  };
  add(file.functions);
  for (const service of file.services) {
    add(service.functions);
    service.matches.forEach(addMatch);
  }
  return bodies;
}

function shorten(sentence: string, suffix: string): string {
  return `${cut(sentence.replaceAll(/\s+/g, ' '), sentenceLimit - suffix.length)}${suffix}`;
}

/** A path keeps its two ends, so that the reason has room behind it. */
function shortenPath(what: string): string {
  return what.length <= pathLimit ? what : `${what.slice(0, 40)}…${what.slice(41 - pathLimit)}`;
}

function explainAttempt({ allow, value }: Attempt, run: Run): Failure {
  const { condition } = allow.statement;
  if (condition === null) return { line: allow.line, expression: '', values: [], reason: 'allowed' };
  const culprit = findCulprit(condition, value, run);
  const values = operandsOf(culprit, run);
  const expression = printExpression(culprit);
  const result = run.seen.get(culprit) ?? value;
  const outcome = typeof result === 'boolean' ? `is ${result}` : `fails (${messageOf(notBoolean(result))})`;
  const reason = `${cut(expression, 80)} ${outcome}${describeValues(values)}.`;
  return { line: culprit.span.line, expression, values, reason: cut(reason, reasonLimit) };
}

/** A long operand stands in the sentence already, so it is not said twice. */
function describeValues(values: Failure['values']): string {
  const [only] = values;
  if (only === undefined) return '';
  if (values.length === 1 && only[0].length > 30) return ` for ${only[1]}`;
  return `, where ${values.map(([source, printed]) => `${cut(source, 30)} is ${printed}`).join(' and ')}`;
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** The first line; without the value that could not be read as a number, which may be anything. */
function messageOf({ message }: RulesError): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.replace(/^(Invalid \w+)\. .*$/, '$1').replace(/\.$/, '');
}

/**
 * Follows the result down to where it arose: through the side of `&&` that is not true, every side of `||` (the last
 * first one stands for all), the chosen arm of `?:`, into functions, from `!` to why its operand is true, and errors to
 * the operand that raised them.
 */
function findCulprit(node: Expression, result: RulesValue, run: Run): Expression {
  if (node.kind === 'unary' && node.operator === '!' && result === false) {
    return findCulprit(node.operand, true, run);
  }
  const raised = result instanceof RulesError;
  const next = (raised ? raisersOf(node, run) : decidersOf(node, result, run)).find((candidate) => {
    const value = run.seen.get(candidate);
    return raised ? value instanceof RulesError && value.message === result.message : value === result;
  });
  return next === undefined ? node : findCulprit(next, run.seen.get(next) ?? result, run);
}

/** Where an error of `node` may have been raised. */
function raisersOf(node: Expression, run: Run): readonly Expression[] {
  return [...childrenOf(node), ...bodiesOf(node, run)];
}

/** The expressions that make `node` what it is; of several that are true together the last says the most. */
function decidersOf(node: Expression, result: RulesValue, run: Run): readonly Expression[] {
  if (node.kind === 'conditional') return [node.whenTrue, node.whenFalse];
  if (node.kind === 'binary' && (node.operator === '&&' || node.operator === '||')) {
    return result === true && node.operator === '&&' ? [node.right] : [node.left, node.right];
  }
  return bodiesOf(node, run);
}

function bodiesOf(node: Expression, { bodies }: Run): readonly Expression[] {
  return node.kind === 'call' && node.receiver === null ? (bodies.get(node.name) ?? []) : [];
}

/** The parts of `culprit` whose values a reader cannot see in the source. */
function operandsOf(culprit: Expression, { seen, reveals }: Run): (readonly [string, string])[] {
  const values = new Map<string, string>();
  for (const child of childrenOf(culprit)) {
    const value = seen.get(child);
    if (value === undefined || isLiteral(child)) continue;
    values.set(printExpression(child), formatValue(value, 120, reveals));
  }
  return [...values];
}

function isLiteral(node: Expression): boolean {
  if (node.kind === 'literal' || node.kind === 'path')
    return node.kind === 'literal' || childrenOf(node).length === 0;
  return (node.kind === 'list' || node.kind === 'map') && childrenOf(node).every(isLiteral);
}
