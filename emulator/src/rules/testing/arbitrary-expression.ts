import fc from 'fast-check';
import { functions, methods } from '../builtins/table.ts';
import type { Span } from '../lexer/span.ts';
import type { BinaryOperator, Expression } from '../parser/ast.ts';
import { testableTypes } from '../values/type-names.ts';

const span: Span = { start: 0, end: 0, line: 1, column: 1 };

const operators: readonly BinaryOperator[] = [
  ...(['&&', '||', '==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%'] as const),
];
/** Every name that the language knows, so that none is forgotten, and one that it does not. */
const types = [...testableTypes, 'null_like'];
const members = ['auth', 'uid', 'token', 'data', 'time', 'path', 'query', 'a', 'b', 'missing'];
const methodNames = [...methods.keys(), 'nope'];
const functionNames = [
  ...[...functions.keys()].filter((name) => !name.includes('.')),
  ...['get', 'exists', 'getAfter', 'existsAfter', 'unknownFunction'],
];
const namespaced = [...functions.keys(), 'math.nope'].flatMap((name) => {
  const [namespace = '', member] = name.split('.');
  return member === undefined ? [] : [[namespace, member] as const];
});

const literal = fc
  .oneof(
    fc.constantFrom(null, true, false, 0n, 1n, 9_223_372_036_854_775_807n, 'a', '', '[', 's'),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
  )
  .map((value): Expression => ({ kind: 'literal', value, span }));

const variable = fc
  .constantFrom('request', 'resource', 'database', 'id', 'nowhere')
  .map((name): Expression => ({ kind: 'variable', name, span }));

const pathText = fc.constantFrom('databases', '(default)', 'documents', 'users', 'x-1', '7');

/** Any expression that the parser could have made, up to a few levels deep; most of them raise when evaluated. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie('node');
  const list = fc.array(node, { maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      variable,
      list.map((items): Expression => ({ kind: 'list', items, span })),
      fc
        .array(fc.record({ key: fc.oneof(literal, node), value: node }), { maxLength: 3 })
        .map((entries): Expression => ({ kind: 'map', entries, span })),
      fc
        .array(
          fc.oneof(
            pathText.map((text) => ({ kind: 'text' as const, text })),
            node.map((expression) => ({ kind: 'binding' as const, expression })),
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map((segments): Expression => ({ kind: 'path', segments, span })),
      fc
        .tuple(node, fc.constantFrom(...members))
        .map(([object, name]): Expression => ({ kind: 'member', object, name, nameSpan: span, span })),
      fc.tuple(node, node).map(([object, index]): Expression => ({ kind: 'index', object, index, span })),
      fc
        .tuple(node, node, node)
        .map(([object, from, to]): Expression => ({ kind: 'slice', object, from, to, span })),
      fc.tuple(node, fc.constantFrom(...methodNames), list).map(
        ([receiver, name, args]): Expression => ({
          kind: 'call',
          receiver,
          name,
          nameSpan: span,
          args,
          span,
        }),
      ),
      fc
        .tuple(fc.constantFrom(...functionNames), list)
        .map(
          ([name, args]): Expression => ({ kind: 'call', receiver: null, name, nameSpan: span, args, span }),
        ),
      fc.tuple(fc.constantFrom(...namespaced), list).map(([[namespace, name], args]): Expression => {
        const receiver: Expression = { kind: 'variable', name: namespace, span };
        return { kind: 'call', receiver, name, nameSpan: span, args, span };
      }),
      fc
        .tuple(fc.constantFrom('!' as const, '-' as const), node)
        .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, span })),
      fc
        .tuple(node, fc.constantFrom(...types))
        .map(([operand, type]): Expression => ({ kind: 'is', operand, type, typeSpan: span, span })),
      fc
        .tuple(fc.constantFrom(...operators), node, node)
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span })),
      fc.tuple(node, node, node).map(
        ([condition, whenTrue, whenFalse]): Expression => ({
          kind: 'conditional',
          condition,
          whenTrue,
          whenFalse,
          span,
        }),
      ),
    ),
  };
}).node;
