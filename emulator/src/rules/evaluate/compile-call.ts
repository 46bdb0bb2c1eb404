import { type Builtin, callBuiltin } from '../builtins/builtin.ts';
import { functions, methods, namespaces } from '../builtins/table.ts';
import type { Expression } from '../parser/ast.ts';
import { decideMethod } from '../prove-list/decide.ts';
import { Constraint } from '../values/constraint.ts';
import { propertyUndefined, RulesError, unknownToQuery } from '../values/rules-error.ts';
import { PartialMap, type RulesValue } from '../values/rules-value.ts';
import { isList } from '../values/type-names.ts';
import { readMember } from './access-members.ts';
import type { CompiledFunction, Compiler } from './compiler.ts';
import type { DocumentFunction, Evaluate } from './context.ts';
import type { Scope, ScopedFunction } from './scope.ts';

type CompileExpression = (node: Expression, scope: Scope, compiler: Compiler) => Evaluate;
type Call = Expression & { readonly kind: 'call' };

/** What a call means, decided from its name alone: the checker and the compiler must agree on it. */
export type Callee =
  | { readonly kind: 'declared'; readonly target: ScopedFunction }
  | { readonly kind: 'builtin'; readonly builtin: Builtin }
  | { readonly kind: 'method'; readonly builtin: Builtin; readonly receiver: Expression }
  | { readonly kind: 'document'; readonly name: DocumentFunction }
  | { readonly kind: 'unknown'; readonly name: string };

const firestoreFunctions: readonly DocumentFunction[] = ['get', 'exists', 'getAfter', 'existsAfter'];

export function resolveCall(node: Call, scope: Scope): Callee {
  const { receiver, name } = node;
  if (receiver === null) {
    const target = scope.function(name);
    if (target !== null) return { kind: 'declared', target };
    const builtin = functions.get(name);
    if (builtin !== undefined) return { kind: 'builtin', builtin };
    const document = firestoreFunctions.find((known) => known === name);
    if (document !== undefined && scope.service === 'cloud.firestore')
      return { kind: 'document', name: document };
    return { kind: 'unknown', name };
  }
  const namespace =
    receiver.kind === 'variable' && scope.variable(receiver.name) === null ? receiver.name : null;
  if (
    namespace === 'firestore' &&
    scope.service === 'firebase.storage' &&
    (name === 'get' || name === 'exists')
  ) {
    return { kind: 'document', name };
  }
  if (namespace !== null && (namespaces.has(namespace) || namespace === 'firestore')) {
    const builtin = functions.get(`${namespace}.${name}`);
    return builtin === undefined
      ? { kind: 'unknown', name: `${namespace}.${name}` }
      : { kind: 'builtin', builtin };
  }
  const builtin = methods.get(name);
  return builtin === undefined ? { kind: 'unknown', name } : { kind: 'method', builtin, receiver };
}

export function compileCall(
  node: Call,
  scope: Scope,
  compiler: Compiler,
  compile: CompileExpression,
): Evaluate {
  const args = node.args.map((argument) => compile(argument, scope, compiler));
  const callee = resolveCall(node, scope);
  switch (callee.kind) {
    case 'declared':
      return compileDeclared(callee.target, args, compiler, compile);
    case 'builtin': {
      const { builtin } = callee;
      return withValues(args, (values) => callBuiltin(builtin, values));
    }
    case 'method': {
      const { builtin } = callee;
      return withValues([compile(callee.receiver, scope, compiler), ...args], (values) =>
        callMethod(builtin, values),
      );
    }
    case 'document':
      return compileDocumentCall(callee.name, args);
    case 'unknown': {
      const error = new RulesError(`Function not found error: Name: [${callee.name}].`);
      return () => error;
    }
  }
}

/** Evaluates all of `args` and hands their values on; the first error is the result. */
function withValues(args: readonly Evaluate[], run: (values: readonly RulesValue[]) => RulesValue): Evaluate {
  return (context) => {
    const values: RulesValue[] = [];
    for (const argument of args) {
      const value = argument(context);
      if (value instanceof RulesError) return value;
      values.push(value);
    }
    return run(values);
  };
}

function callMethod(builtin: Builtin, values: readonly RulesValue[]): RulesValue {
  const [receiver = null, ...args] = values;
  if (receiver instanceof Constraint) return decideMethod(receiver, builtin.name, args) ?? unknownToQuery;
  if (receiver instanceof PartialMap)
    return builtin.name === 'get' ? readKnown(receiver, args) : unknownToQuery;
  return callBuiltin(builtin, values);
}

/** `partial.get(key, default)`: the default is never proved, because the key may be there all the same. */
function readKnown(map: PartialMap, [key = null, ...rest]: readonly RulesValue[]): RulesValue {
  if (rest.length !== 1) return unknownToQuery;
  let current: RulesValue = map;
  for (const step of isList(key) ? key : [key]) {
    if (typeof step !== 'string') return unknownToQuery;
    if (!(current instanceof PartialMap)) return unknownToQuery;
    current = readMember(current, step);
    if (current instanceof RulesError) return propertyUndefined(step);
  }
  return current;
}

/**
 * Arguments and `let` bindings are values, errors included: one that is not used does no harm. The checker has seen
 * to it that calls do not recurse.
 */
function compileDeclared(
  target: ScopedFunction,
  args: readonly Evaluate[],
  compiler: Compiler,
  compile: CompileExpression,
): Evaluate {
  const { declaration } = target;
  if (args.length !== declaration.parameters.length) {
    const error = new RulesError(`Function not found error: Name: [${declaration.name}].`);
    return () => error;
  }
  const { lets, result } = compileBody(target, compiler, compile);
  return (context) => {
    const locals = args.map((argument) => argument(context));
    const outer = context.locals;
    context.locals = locals;
    for (const binding of lets) locals.push(binding(context));
    const value = result(context);
    context.locals = outer;
    return value;
  };
}

function compileBody(
  target: ScopedFunction,
  compiler: Compiler,
  compile: CompileExpression,
): CompiledFunction {
  const { declaration, scope } = target;
  const known = compiler.functions.get(declaration);
  if (known !== undefined) return known;
  const compiled = {
    lets: declaration.lets.map(({ value }, index) =>
      compile(value, scope.body(declaration, index), compiler),
    ),
    result: compile(declaration.result, scope.body(declaration, declaration.lets.length), compiler),
  };
  compiler.functions.set(declaration, compiled);
  return compiled;
}

function compileDocumentCall(name: DocumentFunction, args: readonly Evaluate[]): Evaluate {
  const [argument] = args;
  if (argument === undefined || args.length !== 1) {
    const error = new RulesError(`Function not found error: Name: [${name}].`);
    return () => error;
  }
  return (context) => {
    const value = argument(context);
    return value instanceof RulesError ? value : context.documents.call(name, value);
  };
}
