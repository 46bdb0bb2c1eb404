import { acceptedTypes, type Builtin, type ResultType } from '../builtins/builtin.ts';
import { maximumInt } from '../builtins/number-builtins.ts';
import { compilePattern, invalidPattern } from '../builtins/regular-expressions.ts';
import { namespaces } from '../builtins/table.ts';
import { resolveCall } from '../evaluate/compile-call.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { BinaryOperator, Expression } from '../parser/ast.ts';
import { type TypeName, testableTypes, typeOf } from '../values/type-names.ts';
import type { Issues } from './issues.ts';

/**
 * The type that an expression surely has when it is no error, or 'any'. Mismatches on the way are warnings (the
 * language checks types when it runs); a pattern, type name or number that can never work is an error.
 */
export function inferType(node: Expression, scope: Scope, issues: Issues): ResultType {
  const infer = (inner: Expression) => inferType(inner, scope, issues);
  const expect = (inner: Expression, expected: readonly TypeName[]): ResultType => {
    const type = infer(inner);
    if (type !== 'any' && !expected.includes(type)) warnOfType(inner, type, expected, issues);
    return type;
  };
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'bigint' && node.value > maximumInt) {
        issues.error(node.span, `Integer literal is out of range: ${node.value}.`);
      }
      return typeOf(node.value);
    case 'variable':
      return inferVariable(node.name, node, scope, issues);
    case 'list':
      node.items.map(infer);
      return 'list';
    case 'map':
      for (const { key, value } of node.entries) {
        expect(key, ['string']);
        infer(value);
      }
      return 'map';
    case 'path':
      for (const part of node.segments) if (part.kind === 'binding') infer(part.expression);
      return 'path';
    case 'member':
      expect(node.object, ['map']);
      return 'any';
    case 'index':
      expect(node.object, ['string', 'list', 'map', 'path']);
      infer(node.index);
      return 'any';
    case 'slice':
      expect(node.from, ['int']);
      expect(node.to, ['int']);
      return expect(node.object, ['string', 'list']);
    case 'unary':
      if (node.operator === '!') {
        expect(node.operand, ['bool']);
        return 'bool';
      }
      if (isSmallestInt(node.operand)) return 'int';
      return expect(node.operand, ['int', 'float', 'duration']);
    case 'is':
      infer(node.operand);
      if (!testableTypes.some((type) => type === node.type)) {
        issues.error(
          node.typeSpan,
          `An unsupported type identifier was used with the 'is' operator. Received ${node.type}. Expected one of ${testableTypes.join(',')}`,
        );
      }
      return 'bool';
    case 'conditional': {
      expect(node.condition, ['bool']);
      const [first, second] = [infer(node.whenTrue), infer(node.whenFalse)];
      return first === second ? first : 'any';
    }
    case 'binary':
      return inferBinary(node.operator, node.left, node.right, expect, node, issues);
    case 'call':
      return inferCall(node, scope, issues, infer, expect);
  }
}

type Expect = (node: Expression, expected: readonly TypeName[]) => ResultType;

function warnOfType(
  node: Expression,
  received: TypeName,
  expected: readonly TypeName[],
  issues: Issues,
): void {
  issues.warning(
    node.span,
    `Invalid type. Received one of [${received}]. Expected one of [${expected.join(', ')}].`,
  );
}

/** `-9223372036854775808` is written as the negation of a literal that does not fit by itself. */
function isSmallestInt(operand: Expression): boolean {
  return operand.kind === 'literal' && operand.value === maximumInt + 1n;
}

function inferVariable(name: string, node: Expression, scope: Scope, issues: Issues): ResultType {
  if (scope.variable(name) === null && name !== 'request' && name !== 'resource') {
    issues.warning(node.span, `Invalid variable name: ${name}.`);
  }
  return 'any';
}

const addable: readonly TypeName[] = ['int', 'float', 'string', 'duration', 'timestamp'];
const subtractable: readonly TypeName[] = ['int', 'float', 'duration', 'timestamp'];
const collections: readonly TypeName[] = ['list', 'set', 'map', 'constraint'];

function inferBinary(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  expect: Expect,
  node: Expression,
  issues: Issues,
): ResultType {
  const anything = (inner: Expression) => expect(inner, allTypes);
  switch (operator) {
    case '&&':
    case '||':
      expect(left, ['bool']);
      expect(right, ['bool']);
      return 'bool';
    case '==':
    case '!=': {
      const [a, b] = [anything(left), anything(right)];
      if (!comparable(a, b)) {
        const outcome = operator === '==' ? 'false' : 'true';
        issues.warning(
          node.span,
          `The sub-expressions are not comparable, so this comparison will always return ${outcome}.`,
        );
      }
      return 'bool';
    }
    case 'in':
      anything(left);
      expect(right, collections);
      return 'bool';
    case '<':
    case '<=':
    case '>':
    case '>=':
      anything(left);
      anything(right);
      return 'bool';
    case '+':
      return arithmeticType(expect(left, addable), expect(right, addable));
    case '-':
      return arithmeticType(expect(left, subtractable), expect(right, subtractable));
    case '*':
    case '/':
    case '%':
      return arithmeticType(expect(left, ['int', 'float']), expect(right, ['int', 'float']));
  }
}

const allTypes: readonly TypeName[] = [
  ...(['null', 'bool', 'int', 'float', 'string', 'bytes', 'timestamp', 'duration', 'latlng'] as const),
  ...(['path', 'list', 'set', 'map', 'map_diff', 'vector', 'constraint', 'partial_map', 'error'] as const),
];

const numeric = (type: ResultType) => type === 'int' || type === 'float';

function comparable(a: ResultType, b: ResultType): boolean {
  const open = a === 'any' || b === 'any' || a === 'null' || b === 'null';
  return open || a === b || (numeric(a) && numeric(b));
}

function arithmeticType(a: ResultType, b: ResultType): ResultType {
  if (numeric(a) && numeric(b)) return a === 'int' && b === 'int' ? 'int' : 'float';
  return a === 'string' && b === 'string' ? 'string' : 'any';
}

function inferCall(
  node: Expression & { kind: 'call' },
  scope: Scope,
  issues: Issues,
  infer: (node: Expression) => ResultType,
  expect: Expect,
): ResultType {
  const callee = resolveCall(node, scope);
  switch (callee.kind) {
    case 'declared':
      node.args.map(infer);
      if (node.args.length !== callee.target.declaration.parameters.length) {
        issues.warning(
          node.nameSpan,
          `Invalid number of arguments for ${node.name}. Received ${node.args.length}. Expected ${callee.target.declaration.parameters.length}.`,
        );
      }
      return 'any';
    case 'builtin':
      return inferBuiltin(callee.builtin, node.args, node, expect, issues);
    case 'method':
      checkPattern(callee.builtin, node.args[0], issues);
      return inferBuiltin(callee.builtin, [callee.receiver, ...node.args], node, expect, issues);
    case 'document':
      for (const argument of node.args) expect(argument, ['path']);
      return callee.name === 'exists' || callee.name === 'existsAfter' ? 'bool' : 'any';
    case 'unknown':
      if (node.receiver !== null && !isNamespace(node.receiver)) infer(node.receiver);
      node.args.map(infer);
      issues.warning(node.nameSpan, `Invalid function name: ${callee.name}.`);
      return 'any';
  }
}

function isNamespace(receiver: Expression): boolean {
  return receiver.kind === 'variable' && (namespaces.has(receiver.name) || receiver.name === 'firestore');
}

function inferBuiltin(
  builtin: Builtin,
  args: readonly Expression[],
  node: Expression,
  expect: Expect,
  issues: Issues,
): ResultType {
  const candidates = builtin.overloads.filter(({ parameters }) => parameters.length === args.length);
  if (candidates.length === 0) {
    issues.warning(node.span, `Invalid number of arguments for ${builtin.name}. Received ${args.length}.`);
  }
  let possible = candidates.length > 0 ? candidates : builtin.overloads;
  for (const [index, argument] of args.entries()) {
    const kinds = possible.flatMap(({ parameters }) => parameters.slice(index, index + 1));
    const accepted = kinds.map((kind) => acceptedTypes[kind]);
    const open = accepted.length === 0 || accepted.some((types) => types === null);
    const type = expect(argument, open ? allTypes : [...new Set(accepted.flatMap((types) => types ?? []))]);
    const fitting = possible.filter(({ parameters }) => {
      const kind = parameters[index];
      const types = kind === undefined ? null : acceptedTypes[kind];
      return type === 'any' || types === null || types.includes(type);
    });
    if (fitting.length > 0) possible = fitting;
  }
  const results = new Set(possible.map(({ result }) => result));
  const [only] = results;
  return results.size === 1 && only !== undefined ? only : 'any';
}

const patternMethods = new Set(['matches', 'replace', 'split']);

function checkPattern(builtin: Builtin, argument: Expression | undefined, issues: Issues): void {
  if (!patternMethods.has(builtin.name) || argument?.kind !== 'literal') return;
  if (typeof argument.value === 'string' && compilePattern(argument.value) === null) {
    issues.error(argument.span, invalidPattern(argument.value));
  }
}
