import type { Expression } from '../parser/ast.ts';
import { Constraint } from '../values/constraint.ts';
import { RulesError, typeError, unknownToQuery } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import { PartialMap, type RulesValue } from '../values/rules-value.ts';
import { bounded, maximumSegments, tooLarge } from '../values/size-limits.ts';
import { testableTypes } from '../values/type-names.ts';
import { readIndex, readMember, readSlice } from './access-members.ts';
import { compileCall } from './compile-call.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './context.ts';
import { binaryOperators, isOfType, negate, not, notBoolean } from './operators.ts';
import type { Scope } from './scope.ts';

export const tooManyExpressions = new RulesError('Maximum of 1000 expressions to evaluate has been reached.');

/** Turns an expression into a closure. Everything that can be looked up by name is looked up here, once. */
export function compileExpression(node: Expression, scope: Scope, compiler: Compiler): Evaluate {
  const inner = compileNode(node, scope, compiler);
  if (node.kind === 'literal') return compiler.wrap(node, inner);
  return compiler.wrap(node, (context) => {
    context.expressionsLeft -= 1;
    return context.expressionsLeft < 0 ? tooManyExpressions : inner(context);
  });
}

function compileNode(node: Expression, scope: Scope, compiler: Compiler): Evaluate {
  const compile = (inner: Expression) => compileExpression(inner, scope, compiler);
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'variable':
      return compileVariable(node.name, scope);
    case 'list':
      return compileList(node.items.map(compile));
    case 'map':
      return compileMap(node.entries.map(({ key, value }) => [compile(key), compile(value)]));
    case 'path':
      return compilePath(
        node.segments.map((part) => (part.kind === 'text' ? part.text : compile(part.expression))),
      );
    case 'member': {
      const { name } = node;
      return strict1(compile(node.object), (object) => readMember(object, name));
    }
    case 'index':
      return strict2(compile(node.object), compile(node.index), readIndex);
    case 'slice':
      return compileSlice(compile(node.object), compile(node.from), compile(node.to));
    case 'call':
      return compileCall(node, scope, compiler, compileExpression);
    case 'unary':
      return strict1(compile(node.operand), node.operator === '!' ? not : negate);
    case 'is': {
      const type = testableTypes.find((name) => name === node.type);
      return type === undefined
        ? () => typeError
        : strict1(compile(node.operand), (value) => isOfType(value, type));
    }
    case 'conditional':
      return compileConditional(compile(node.condition), compile(node.whenTrue), compile(node.whenFalse));
    case 'binary':
      if (node.operator === '&&') return compileDecider(compile(node.left), compile(node.right), false);
      if (node.operator === '||') return compileDecider(compile(node.left), compile(node.right), true);
      return strict2(compile(node.left), compile(node.right), binaryOperators[node.operator]);
  }
}

/** Passes an error on; otherwise applies `run`. */
function strict1(operand: Evaluate, run: (value: RulesValue) => RulesValue): Evaluate {
  return (context) => {
    const value = operand(context);
    return value instanceof RulesError ? value : run(value);
  };
}

function strict2(
  left: Evaluate,
  right: Evaluate,
  run: (a: RulesValue, b: RulesValue) => RulesValue,
): Evaluate {
  return (context) => {
    const a = left(context);
    if (a instanceof RulesError) return a;
    const b = right(context);
    return b instanceof RulesError ? b : run(a, b);
  };
}

/**
 * `&&` (decided by false) and `||` (decided by true): a side that decides wins over an error on the other, whichever
 * comes first. Anything but a bool counts as an error.
 */
function compileDecider(left: Evaluate, right: Evaluate, deciding: boolean): Evaluate {
  return (context) => {
    const a = left(context);
    if (a === deciding) return deciding;
    const b = right(context);
    if (b === deciding) return deciding;
    if (typeof a !== 'boolean') return notBoolean(a);
    return typeof b === 'boolean' ? b : notBoolean(b);
  };
}

function compileConditional(condition: Evaluate, whenTrue: Evaluate, whenFalse: Evaluate): Evaluate {
  return (context) => {
    const chosen = condition(context);
    if (chosen === true) return whenTrue(context);
    return chosen === false ? whenFalse(context) : notBoolean(chosen);
  };
}

function compileVariable(name: string, scope: Scope): Evaluate {
  const binding = scope.variable(name);
  if (binding?.kind === 'local') {
    const { slot } = binding;
    return (context) => context.locals[slot] ?? null;
  }
  if (binding?.kind === 'wildcard') {
    const { slot } = binding;
    return (context) => context.wildcards[slot] ?? null;
  }
  if (name === 'request') return (context) => context.request;
  if (name === 'resource') return (context) => context.resource;
  const unknown = new RulesError(`Variable not found error: Name: [${name}].`);
  return () => unknown;
}

/** A list or map with a part that the query does not determine would hide that part: it is an error at once. */
function isPartial(value: RulesValue): boolean {
  return value instanceof Constraint || value instanceof PartialMap;
}

function compileList(items: readonly Evaluate[]): Evaluate {
  return (context) => {
    const values: RulesValue[] = [];
    for (const item of items) {
      const value = item(context);
      if (value instanceof RulesError) return value;
      if (isPartial(value)) return unknownToQuery;
      values.push(value);
    }
    return bounded(values);
  };
}

function compileMap(entries: readonly (readonly [Evaluate, Evaluate])[]): Evaluate {
  return (context) => {
    const map = new Map<string, RulesValue>();
    for (const [evaluateKey, evaluateValue] of entries) {
      const key = evaluateKey(context);
      if (key instanceof RulesError) return key;
      const value = evaluateValue(context);
      if (value instanceof RulesError) return value;
      if (typeof key !== 'string') return typeError;
      if (isPartial(value)) return unknownToQuery;
      map.set(key, value);
    }
    return bounded(map);
  };
}

function compilePath(parts: readonly (string | Evaluate)[]): Evaluate {
  return (context) => {
    const segments: string[] = [];
    for (const part of parts) {
      if (typeof part === 'string') {
        segments.push(part);
        continue;
      }
      const value = part(context);
      if (typeof value === 'string') segments.push(value);
      else if (value instanceof RulesPath) segments.push(...value.segments);
      else return value instanceof RulesError ? value : unbound;
      if (segments.length > maximumSegments) return tooLarge;
    }
    return new RulesPath(segments);
  };
}

const unbound = new RulesError('Variable is not bound in path template.');

function compileSlice(object: Evaluate, from: Evaluate, to: Evaluate): Evaluate {
  return (context) => {
    const value = object(context);
    if (value instanceof RulesError) return value;
    const start = from(context);
    if (start instanceof RulesError) return start;
    const end = to(context);
    return end instanceof RulesError ? end : readSlice(value, start, end);
  };
}
