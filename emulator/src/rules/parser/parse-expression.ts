import { type Span, spanning } from '../lexer/span.ts';
import { SyntaxProblem } from '../lexer/syntax-problem.ts';
import type { BinaryOperator, Expression, MapEntry } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parsePathLiteral } from './parse-path.ts';

/** Binary operators from the loosest to the tightest; all of them group to the left. */
export const precedence: readonly (readonly (BinaryOperator | 'is')[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['in', 'is'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

export function parseExpression(cursor: Cursor): Expression {
  return cursor.nested(() => {
    const condition = parseBinary(cursor, 0);
    if (!cursor.accept('?')) return condition;
    const whenTrue = parseExpression(cursor);
    cursor.expect(':');
    const whenFalse = parseExpression(cursor);
    return {
      kind: 'conditional',
      condition,
      whenTrue,
      whenFalse,
      span: spanning(condition.span, whenFalse.span),
    };
  });
}

function parseBinary(cursor: Cursor, level: number): Expression {
  const operators = precedence[level];
  if (operators === undefined) return parseUnary(cursor);
  let left = parseBinary(cursor, level + 1);
  for (;;) {
    const operator = operators.find((candidate) => cursor.is(candidate));
    if (operator === undefined) return left;
    cursor.advance();
    left =
      operator === 'is' ? parseType(cursor, left) : withRight(operator, left, parseBinary(cursor, level + 1));
  }
}

function withRight(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, span: spanning(left.span, right.span) };
}

const reserved = new Set(['null', 'true', 'false']);

function parseType(cursor: Cursor, operand: Expression): Expression {
  const { token } = cursor;
  if (token.kind !== 'identifier' || reserved.has(token.text)) {
    throw new SyntaxProblem(`mismatched input '${token.text}' expecting IDENTIFIER`, token.span);
  }
  cursor.advance();
  return {
    kind: 'is',
    operand,
    type: token.text,
    typeSpan: token.span,
    span: spanning(operand.span, token.span),
  };
}

function parseUnary(cursor: Cursor): Expression {
  const { token } = cursor;
  if (!cursor.is('!') && !cursor.is('-')) return parsePostfix(cursor);
  cursor.advance();
  const operand = cursor.nested(() => parseUnary(cursor));
  const operator = token.text === '!' ? '!' : '-';
  return { kind: 'unary', operator, operand, span: spanning(token.span, operand.span) };
}

function parsePostfix(cursor: Cursor): Expression {
  let object = parsePrimary(cursor);
  for (;;) {
    if (cursor.accept('.')) object = parseMember(cursor, object);
    else if (cursor.accept('[')) object = parseIndex(cursor, object);
    else return object;
  }
}

function parseMember(cursor: Cursor, object: Expression): Expression {
  const name = cursor.expectIdentifier();
  if (!cursor.is('(')) {
    const span = spanning(object.span, name.span);
    return { kind: 'member', object, name: name.text, nameSpan: name.span, span };
  }
  const args = parseArguments(cursor);
  const span = spanning(object.span, cursor.previous);
  return { kind: 'call', receiver: object, name: name.text, nameSpan: name.span, args, span };
}

function parseIndex(cursor: Cursor, object: Expression): Expression {
  const from = parseExpression(cursor);
  if (cursor.accept(':')) {
    const to = parseExpression(cursor);
    const close = cursor.expect(']');
    return { kind: 'slice', object, from, to, span: spanning(object.span, close.span) };
  }
  const close = cursor.expect(']');
  return { kind: 'index', object, index: from, span: spanning(object.span, close.span) };
}

function parseArguments(cursor: Cursor): Expression[] {
  cursor.expect('(');
  return parseList(cursor, ')');
}

/** Comma-separated expressions up to and with `close`. */
function parseList(cursor: Cursor, close: string): Expression[] {
  const items: Expression[] = [];
  if (cursor.accept(close)) return items;
  do items.push(parseExpression(cursor));
  while (cursor.accept(','));
  cursor.expect(close);
  return items;
}

function parsePrimary(cursor: Cursor): Expression {
  const { token } = cursor;
  switch (token.kind) {
    case 'int':
    case 'string':
      cursor.advance();
      return { kind: 'literal', value: token.value, span: token.span };
    case 'float':
      cursor.advance();
      return { kind: 'literal', value: Number(token.text), span: token.span };
    case 'identifier':
      return parseName(cursor);
    case 'symbol':
      return parseBracketed(cursor, token.text, token.span);
    case 'end':
      throw cursor.unexpected();
  }
}

const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parseName(cursor: Cursor): Expression {
  const { text, span } = cursor.advance();
  const constant = constants.get(text);
  if (constant !== undefined) return { kind: 'literal', value: constant, span };
  if (text === 'in' || text === 'is') throw new SyntaxProblem(`Unexpected '${text}'.`, span);
  if (!cursor.is('(')) return { kind: 'variable', name: text, span };
  const args = parseArguments(cursor);
  return {
    kind: 'call',
    receiver: null,
    name: text,
    nameSpan: span,
    args,
    span: spanning(span, cursor.previous),
  };
}

function parseBracketed(cursor: Cursor, symbol: string, start: Span): Expression {
  switch (symbol) {
    case '(': {
      cursor.advance();
      const inner = parseExpression(cursor);
      cursor.expect(')');
      return inner;
    }
    case '[': {
      cursor.advance();
      const items = parseList(cursor, ']');
      return { kind: 'list', items, span: spanning(start, cursor.previous) };
    }
    case '{': {
      cursor.advance();
      const entries = parseEntries(cursor);
      return { kind: 'map', entries, span: spanning(start, cursor.previous) };
    }
    case '/':
      return parsePathLiteral(cursor, parseExpression);
    default:
      throw cursor.unexpected();
  }
}

function parseEntries(cursor: Cursor): MapEntry[] {
  const entries: MapEntry[] = [];
  if (cursor.accept('}')) return entries;
  do {
    const key = parseExpression(cursor);
    cursor.expect(':');
    entries.push({ key, value: parseExpression(cursor) });
  } while (cursor.accept(','));
  cursor.expect('}');
  return entries;
}
